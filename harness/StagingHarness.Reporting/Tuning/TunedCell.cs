using StagingHarness.Scenarios.Units;

namespace StagingHarness.Reporting.Tuning;

/// <summary>One rule with one threshold, on one run.</summary>
public sealed record TunedCell
{
    public required string Folder { get; init; }

    public required TunedKind Kind { get; init; }

    /// <summary>From the first wrong answer of the outage, real time; null on a good run, and where it would not have paged while the outage lasted.</summary>
    public required TimeSpan? TimeToPage { get; init; }

    /// <summary>The same on the run's own clock.</summary>
    public required IncidentDuration? TimeToPageOnClock { get; init; }

    /// <summary>Pages without an outage, or before it.</summary>
    public required int FalsePages { get; init; }

    /// <summary>It never saw samples enough.</summary>
    public required bool IsBlind { get; init; }
}
