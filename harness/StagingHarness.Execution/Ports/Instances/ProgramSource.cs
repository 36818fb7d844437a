namespace StagingHarness.Execution.Ports.Instances;

/// <summary>What an instance runs: a placed version, or one of the harness's own programs.</summary>
public abstract record ProgramSource
{
    private ProgramSource()
    {
    }

    public sealed record Placed(Placement Placement) : ProgramSource;

    public sealed record Own(HarnessProgram Program) : ProgramSource;
}
