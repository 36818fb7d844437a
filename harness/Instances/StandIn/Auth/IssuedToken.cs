namespace StagingHarness.StandIn.Auth;

/// <summary>What the provider knows of an access token that it gave out.</summary>
internal sealed record IssuedToken
{
    public required string Client { get; init; }

    public required string Subject { get; init; }

    public required string Scope { get; init; }

    /// <summary>On the provider's clock, as is its end.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Thumbprint of the key whose holder alone may use it; null where whoever bears it may.</summary>
    public string? Key { get; init; }

    public string Type => Key is null ? "Bearer" : "DPoP";

    /// <summary>The sign-in that it comes from; null for a token of the client's own.</summary>
    public Session? Session { get; init; }
}
