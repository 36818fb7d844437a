using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Wording;

/// <summary>What a gate decided, in words.</summary>
public static class GateWords
{
    /// <summary><c>gate [7] refused, and the service was reverted: G1 'name' wanted 100 % answered rightly, got 96 of 120 (80 %)</c>.</summary>
    public static string Of(GateDecided decided) => $"gate [{decided.Step}] {Decision(decided)}: {string.Join("; ", Shown(decided).Select(Of))}";

    /// <summary>What follows from it, as progress tells it while it happens.</summary>
    public static string Decision(GateDecided decided) => (decided.IsMet, decided.Otherwise) switch
    {
        (true, _) => "let the steps go on",
        (false, GateOtherwise.RollBack) => "refused, and the service is reverted",
        (false, GateOtherwise.Stop) => "refused, and the rest is left out",
        (false, GateOtherwise.Continue) => "is not met, and was told to go on",
    };

    /// <summary>Of a gate that is not met, only what is not.</summary>
    private static IEnumerable<GateFigure> Shown(GateDecided decided) => decided.Figures.Where(figure => decided.IsMet || !figure.IsMet);

    private static string Of(GateFigure figure) => figure.Reason is { } reason
        ? $"{figure.Number} '{figure.Name}' could not be measured: {reason}"
        : $"{figure.Number} '{figure.Name}' wanted {figure.Wanted}, got {figure.Got}";
}
