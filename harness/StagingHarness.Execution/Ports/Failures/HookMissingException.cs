namespace StagingHarness.Execution.Ports.Failures;

/// <summary>A step of the plan runs a hook that nobody handed in; nothing was started.</summary>
public sealed class HookMissingException : EnvironmentException
{
    public HookMissingException(string step, string hook, string known)
        : base($"Step {step} runs the hook '{hook}', and there is none of that name{known}. "
            + "Hooks are C#: run the scenario from a test, and add it to 'RehearsalOptions.Hooks'; the command line has none.")
    {
    }
}
