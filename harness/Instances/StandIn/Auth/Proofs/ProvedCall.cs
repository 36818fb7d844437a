using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace StagingHarness.StandIn.Auth.Proofs;

/// <summary>A call, and the proofs that came with it that its sender holds a key (RFC 9449).</summary>
/// <param name="Method">As it came in.</param>
/// <param name="Path">As it came in, without the query.</param>
/// <param name="Proofs">Values of the header <c>DPoP</c>.</param>
internal sealed record ProvedCall(string Method, string Path, ImmutableArray<string> Proofs)
{
    /// <summary>What the sender has shown in the handshake, and has proved to hold the key of (RFC 8705); null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    public static ProvedCall Unproved { get; } = new("POST", "/", []);

    public override string ToString() => $"{Method} {Path} ({Proofs.Length} proofs, hidden)";
}
