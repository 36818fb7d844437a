using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What a connection of the harness's own saw of how a member secures it.</summary>
/// <param name="Certificate">The certificate that was shown; null for one that is none of the kinds.</param>
/// <param name="Words">What was seen, for people.</param>
/// <param name="Version">What both agreed on, of all that is in use.</param>
/// <param name="OldestVersion">The oldest version with which a connection came about.</param>
public sealed record HandshakeReading(ServedCertificate? Certificate, string Words, TlsVersion Version, TlsVersion OldestVersion)
{
    /// <summary>The oldest version of HTTP with which a connection came about.</summary>
    public ClientHttp OldestHttp { get; init; }
}
