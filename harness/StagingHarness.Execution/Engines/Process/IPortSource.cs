namespace StagingHarness.Execution.Engines.Process;

/// <summary>Gives loopback ports.</summary>
internal interface IPortSource
{
    /// <summary>A port that is free now, and that it has not given before.</summary>
    int Next();
}
