namespace StagingHarness.StandIn.Auth.Granting;

/// <summary>What a client asks a browser to bring: a request that was looked through and is in order.</summary>
internal sealed record AuthorizeRequest
{
    public required string Client { get; init; }

    public required string RedirectUri { get; init; }

    public required string Scope { get; init; }

    public required string? State { get; init; }

    public required string? Nonce { get; init; }

    /// <summary>SHA-256 of the proof key (RFC 7636, method S256); null when the client uses none.</summary>
    public required string? Challenge { get; init; }

    /// <summary>Thumbprint of the key without which the code buys nothing (<c>dpop_jkt</c>; RFC 9449, section 10); null for none.</summary>
    public required string? Key { get; init; }

    /// <summary>The answer comes as a form that the browser posts, and not in the query.</summary>
    public required bool UsesFormPost { get; init; }
}
