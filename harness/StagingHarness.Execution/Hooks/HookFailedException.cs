namespace StagingHarness.Execution.Hooks;

/// <summary>A hook says that the system is not as it should be.</summary>
public sealed class HookFailedException : Exception
{
    public HookFailedException(string reason)
        : base(reason)
    {
    }
}
