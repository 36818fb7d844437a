namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>A client that the provider knows, and that asks for tokens.</summary>
/// <param name="Client">Its id.</param>
/// <param name="Key">Thumbprint of the key that it has proved to hold, and that its tokens are bound to; null for none.</param>
internal sealed record TokenAsker(string Client, string? Key)
{
    /// <summary>Hash of the certificate by which it has proved who it is, and that its tokens are bound to; null where it did so by something else.</summary>
    public string? Certificate { get; init; }
}
