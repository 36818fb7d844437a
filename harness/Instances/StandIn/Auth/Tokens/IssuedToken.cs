using System.Text.Json.Nodes;

namespace StagingHarness.StandIn.Auth.Tokens;

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

    /// <summary>Hash of the certificate with which alone it may be used; null where any connection may bring it.</summary>
    public string? Certificate { get; init; }

    /// <summary>What it is bound to (RFC 7800; RFC 9449, section 6.1; RFC 8705, section 3.1); null for nothing.</summary>
    public JsonObject? Confirmation
    {
        get
        {
            var members = new[] { ("jkt", Key), ("x5t#S256", Certificate) }.Where(member => member.Item2 is not null).ToList();
            return members.Count == 0 ? null : new JsonObject(members.Select(member => KeyValuePair.Create(member.Item1, (JsonNode?)member.Item2)));
        }
    }

    public string Type => Key is null ? "Bearer" : "DPoP";

    /// <summary>The sign-in that it comes from; null for a token of the client's own.</summary>
    public Session? Session { get; init; }
}
