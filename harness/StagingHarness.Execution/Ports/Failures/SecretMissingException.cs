namespace StagingHarness.Execution.Ports.Failures;

/// <summary>A secret that the system file refers to is not there; nothing was started.</summary>
public sealed class SecretMissingException : EnvironmentException
{
    public SecretMissingException(string credential, string what, string fix)
        : base($"Credential '{credential}' has no value: {what}; {fix}.")
    {
    }
}
