using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;

namespace StagingHarness.Execution.Stages;

/// <summary>The step that runs: marks its events with its number, and keeps the last observation for the case that it is given up.</summary>
internal sealed class StepScope(string step, IEventSink events)
{
    private volatile string lastObservation = "nothing yet";

    public string Step { get; } = step;

    /// <summary>What was seen last, for people: "portal-3 is not ready".</summary>
    public string LastObservation => lastObservation;

    public void Observe(string observation) => lastObservation = observation;

    public void Append(JournalEvent journalEvent) => events.Append(journalEvent with { Step = Step });
}
