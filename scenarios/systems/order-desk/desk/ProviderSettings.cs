namespace OrderDesk;

/// <summary>Where tokens come from, and who asks for them.</summary>
internal sealed class ProviderSettings
{
    public required Uri TokenEndpoint { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>File in PEM: what a client shows in the handshake that sends no secret (tls_client_auth).</summary>
    public string? Certificate { get; init; }

    /// <summary>PKCS#8 in PEM: what a client signs with that sends no secret (private_key_jwt), or the key of its certificate.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>The secret goes into the header 'Authorization' (client_secret_basic), and otherwise into the form (client_secret_post).</summary>
    public bool SecretInHeader { get; init; }
}
