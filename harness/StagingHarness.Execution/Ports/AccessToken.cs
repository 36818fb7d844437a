namespace StagingHarness.Execution.Ports;

/// <summary>An access token and how long it lasts from now. Never written to a journal or log.</summary>
public sealed record AccessToken(string Value, TimeSpan ExpiresIn)
{
    public override string ToString() => "access token (hidden)";
}
