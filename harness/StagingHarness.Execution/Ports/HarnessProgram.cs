namespace StagingHarness.Execution.Ports;

/// <summary>The harness's own programs that stand on a stage.</summary>
public enum HarnessProgram
{
    Gateway,
    StandIn,
    Generator,
    Relay,
    Link,
}
