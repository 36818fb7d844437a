namespace StagingHarness.Execution.Ports.Failures;

/// <summary>The provider gave no token for a credential: trouble of the environment before traffic flows, and afterwards what its clients live with.</summary>
internal sealed class NoTokenException(string credential, ControlException inner) : EnvironmentException(inner.Message, inner)
{
    public string Credential => credential;
}
