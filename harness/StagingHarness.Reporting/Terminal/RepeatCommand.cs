using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Reporting.Terminal;

/// <summary>The command that runs the same plan again.</summary>
internal static class RepeatCommand
{
    private const string Seed = "seed=";

    /// <summary>To be given in the scenario root; overrides and seed are part of it, quoted where a shell needs it.</summary>
    public static string Of(ScenarioPlan plan)
    {
        var overrides = plan.Overrides.Any(one => one.StartsWith(Seed, StringComparison.Ordinal))
            ? plan.Overrides
            : plan.Overrides.Add(FormattableString.Invariant($"{Seed}{plan.Seed}"));
        return string.Join(' ', ["stage run", Quoted(plan.File), .. overrides.Select(one => $"--set {Quoted(one)}")]);
    }

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=+,@%".Contains(letter, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
