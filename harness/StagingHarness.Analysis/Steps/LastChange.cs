using System.Collections.Frozen;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Steps;

/// <summary>
/// When the stage was last changed, by the scenario or by itself, as the journal tells it: since then its state has been one and the same. That
/// traffic begins is one, too: before it nothing was measured. Takes events in order, from one thread at a time.
/// </summary>
public sealed class LastChange(ScenarioPlan plan)
{
    private readonly FrozenSet<string> quietSteps = plan.AllSteps().Where(step => !StepKinds.ChangesSomething(step)).Select(step => step.Number).ToFrozenSet();

    /// <summary>Real time since the epoch; zero before anything changed.</summary>
    public TimeSpan At { get; private set; }

    public void Add(JournalEvent happened)
    {
        if (Changes(happened))
        {
            At = happened.At;
        }
    }

    // A step that changes something has done so by its end, whatever it was.
    private bool Changes(JournalEvent happened) => happened switch
    {
        TrafficStarted or RoutesChanged or ProviderChanged or FaultBegan or FaultEnded => true,
        InstanceStarted or InstanceStopped or InstanceDied or InstanceFailedToStart => true,
        StepStarted or StepCompleted or StepFailed => !quietSteps.Contains(happened.Step!),
        _ => false,
    };
}
