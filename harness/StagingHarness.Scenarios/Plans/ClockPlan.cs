using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>The incident's clock: where it starts, and how much real time one incident minute takes.</summary>
public sealed record ClockPlan
{
    /// <summary>Incident time at the moment when the baseline begins.</summary>
    public required IncidentTime Start { get; init; }

    /// <summary>Real time of one incident minute.</summary>
    public required TimeSpan Minute { get; init; }

    public TimeSpan ToReal(IncidentDuration duration) => Minute * duration.Minutes;

    public TimeSpan ToReal(ClockDuration duration) => duration switch
    {
        ClockDuration.Real real => real.Time,
        ClockDuration.Incident incident => ToReal(incident.Time),
        _ => throw new NotSupportedException($"A duration of kind '{duration.GetType().Name}' is on neither clock."),
    };

    /// <summary>Incident minutes that a stretch of real time takes on this clock.</summary>
    public IncidentDuration ToIncident(TimeSpan real) => new(real / Minute);
}
