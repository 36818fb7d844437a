using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Timelines;

/// <summary>A postmortem's timeline, as far as it was understood.</summary>
public sealed record Timeline
{
    /// <summary>In the order of the table, in which times never run backwards; each milestone once.</summary>
    public required ImmutableArray<TimelineMoment> Moments { get; init; }

    /// <summary>The other rows.</summary>
    public required ImmutableArray<TimelineNote> NotUnderstood { get; init; }

    /// <summary>Null when the table does not tell of it.</summary>
    public IncidentTime? At(Milestone what) => Moments.FirstOrDefault(moment => moment.What == what)?.At;

    /// <summary>The words of the row; null when the table does not tell of it.</summary>
    public string? Words(Milestone what) => Moments.FirstOrDefault(moment => moment.What == what)?.Words;

    /// <summary>From one milestone to another; null when one of them is missing, or they come the other way round.</summary>
    public IncidentDuration? Between(Milestone from, Milestone to) =>
        At(from) is { } start && At(to) is { } end && end.MinutesOfDay >= start.MinutesOfDay ? end - start : null;
}
