using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A stretch of time on one of the two clocks; which one, its type says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "clock")]
[JsonDerivedType(typeof(Real), "real")]
[JsonDerivedType(typeof(Incident), "incident")]
public abstract record ClockDuration
{
    private ClockDuration()
    {
    }

    public sealed record Real(TimeSpan Time) : ClockDuration;

    public sealed record Incident(IncidentDuration Time) : ClockDuration;
}
