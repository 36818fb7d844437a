namespace StagingHarness.Execution.Ports.Instances;

/// <summary>The harness's own programs that stand on a stage.</summary>
public enum HarnessProgram
{
    Gateway,
    StandIn,
    Generator,
    Relay,
    Link,
}
