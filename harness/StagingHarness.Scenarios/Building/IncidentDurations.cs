using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Building;

/// <summary>Incident time, as one says it; real time is a <see cref="TimeSpan"/>.</summary>
public static class IncidentDurations
{
    /// <summary>So many minutes on the incident's clock: <c>5.IncidentMinutes()</c>.</summary>
    public static IncidentDuration IncidentMinutes(this int minutes) => new(minutes);

    /// <summary>So many hours on the incident's clock.</summary>
    public static IncidentDuration IncidentHours(this int hours) => new(hours * 60);
}
