namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>One sign-in of a user for a client; whatever comes from it ends with it.</summary>
internal sealed record Session
{
    /// <summary>As tokens say it (<c>sid</c>).</summary>
    public required string Id { get; init; }

    public required string User { get; init; }

    public required string Client { get; init; }

    /// <summary>Granted, separated by spaces.</summary>
    public required string Scope { get; init; }

    /// <summary>Handed back in id tokens; null when the client sent none.</summary>
    public required string? Nonce { get; init; }

    /// <summary>On the provider's clock.</summary>
    public required DateTimeOffset SignedInAt { get; init; }
}
