using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Reporting.Terminal;

/// <summary>Tells when what the traffic gets, or the health of an instance, is another thing than before.</summary>
internal sealed class TrafficWatch
{
    private readonly Dictionary<string, int?> health = [];
    private string? wrong;

    /// <summary>A line when the kinds of wrong answers have changed; null when they have not.</summary>
    public string? Observe(TrafficObserved observed)
    {
        var kinds = string.Join(", ", observed.Wrong.Keys);
        if (kinds == wrong)
        {
            return null;
        }

        wrong = kinds;
        return observed.Wrong.IsEmpty
            ? $"traffic: {Figures.Count(observed.Requests)} requests in a second, every one answered rightly"
            : $"traffic: {Figures.PartOf(observed.Requests - observed.Right, observed.Requests)} wrong in a second: "
                + string.Join(", ", observed.Wrong.Select(one => $"{one.Key} x {Figures.Count(one.Value)}"));
    }

    /// <summary>A line when the status has changed, or is not 2xx at first; null otherwise.</summary>
    public string? Observe(HealthObserved observed)
    {
        var known = health.TryGetValue(observed.Instance, out var before);
        health[observed.Instance] = observed.Status;
        return (known ? observed.Status == before : observed.Status is >= 200 and < 300)
            ? null
            : $"health of {observed.Instance}: {observed.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}";
    }
}
