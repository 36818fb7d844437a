using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Execution.Stages;

/// <summary>The two clocks of a run: real time since the epoch, and incident time since the traffic began.</summary>
internal sealed class RunClock
{
    private readonly TimeProvider time;
    private readonly ClockPlan plan;
    private TimeSpan? incidentZero;

    public RunClock(TimeProvider time, ClockPlan plan)
    {
        this.time = time;
        this.plan = plan;
        EpochTimestamp = time.GetTimestamp();
    }

    public long EpochTimestamp { get; }

    public TimeProvider Time => time;

    /// <summary>What the incident's clock reads at the first request.</summary>
    public IncidentTime Starts => plan.Start;

    /// <summary>Real time since the epoch.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(EpochTimestamp);

    /// <summary>The incident's clock starts to run; it reads <see cref="ClockPlan.Start"/> at that moment of real time.</summary>
    public void StartIncident(TimeSpan elapsed) => incidentZero = elapsed;

    public TimeSpan ToReal(IncidentDuration duration) => plan.ToReal(duration);

    /// <summary>Real time since the epoch at which the incident's clock reads the time.</summary>
    public TimeSpan ElapsedAt(IncidentTime incidentTime) =>
        (incidentZero ?? throw new InvalidOperationException("The incident's clock does not run before the traffic does."))
        + plan.ToReal(incidentTime - plan.Start);

    /// <summary>Waits until so much real time has passed since the epoch; returns at once when it has, unless it is cancelled.</summary>
    public async Task WaitUntilAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Timers count whole milliseconds, and may fire a little early against the monotonic clock: ask again until the moment has
        // truly come.
        while (elapsed - Elapsed is { Ticks: > 0 } rest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), time, cancellationToken);
        }
    }

    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        WaitUntilAsync(Elapsed + duration, cancellationToken);
}
