namespace StagingHarness.Protocols.Provider;

/// <summary>Somebody who can sign in at the stand-in.</summary>
public sealed record SignInUser
{
    /// <summary>Made for the run.</summary>
    public required string Password { get; init; }

    /// <summary>JSON object: what tokens and the userinfo endpoint say of the user; null for nothing but the name.</summary>
    public string? Claims { get; init; }

    public override string ToString() => "user (password hidden)";
}
