using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Faults;

/// <summary>Lays how the provider secures its connections, as it says, beside what a connection of the harness's own has seen.</summary>
internal static class TransportReceipt
{
    /// <summary>What was seen and should not have been; null when all was as it says.</summary>
    /// <param name="said">What the provider says that it does.</param>
    /// <param name="seen">Null where its connections are plain.</param>
    public static string? Contradiction(FacetSettings said, HandshakeReading? seen)
    {
        var (certificate, minimum, http) = (said.Certificate ?? ServedCertificate.Valid, said.TlsMinimum ?? TlsVersion.Tls12, said.HttpMinimum ?? ClientHttp.Http11);
        return seen switch
        {
            null => said is { Certificate: null, TlsMinimum: null, HttpMinimum: null } ? null : "its connections are not secured, so nothing about them can change",
            _ when seen.Certificate != certificate => $"a connection was shown {seen.Words}, where certificate '{certificate}' was ordered",
            _ when seen.OldestVersion != minimum => $"a connection came about with {Name(seen.OldestVersion)}, where {Name(minimum)} is to be the oldest version",
            _ when seen.OldestHttp != http => $"a connection came about with {Name(seen.OldestHttp)}, where {Name(http)} is to be the oldest version",
            _ => null,
        };
    }

    /// <summary>For the end of a receipt.</summary>
    public static string Words(HandshakeReading? seen) => seen is null
        ? ""
        : $"; a connection of the harness's own was shown {seen.Words} over {Name(seen.Version)}, and {Name(seen.OldestVersion)} is the oldest version that it takes"
            + (seen.OldestHttp == ClientHttp.Http2 ? "; it speaks HTTP/2 alone" : "");

    private static string Name(ClientHttp version) => version switch
    {
        ClientHttp.Http11 => "HTTP/1.1",
        ClientHttp.Http2 => "HTTP/2",
    };

    private static string Name(TlsVersion version) => version switch
    {
        TlsVersion.Tls12 => "TLS 1.2",
        TlsVersion.Tls13 => "TLS 1.3",
    };
}
