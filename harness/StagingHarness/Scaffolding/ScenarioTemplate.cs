namespace StagingHarness.Scaffolding;

/// <summary>What a new scenario is made from.</summary>
public enum ScenarioTemplate
{
    /// <summary>Passes only when an upgrade breaks nothing.</summary>
    Gate,

    /// <summary>Replays an incident.</summary>
    Incident,
}
