namespace StagingHarness.Protocols.Pager;

/// <summary>What a call to the pager says.</summary>
public enum PageAction
{
    /// <summary>Something is wrong: wake somebody. Alertmanager calls it <c>firing</c>.</summary>
    Trigger,

    /// <summary>Somebody is awake. Alertmanager knows nothing of it.</summary>
    Acknowledge,

    /// <summary>It is over. Alertmanager calls it <c>resolved</c>.</summary>
    Resolve,
}
