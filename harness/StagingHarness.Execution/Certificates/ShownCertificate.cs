using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Certificates;

/// <summary>Says which kind of certificate was shown, by its chain, its time and its name, and by nothing that the member says of itself.</summary>
internal static class ShownCertificate
{
    /// <param name="leaf">What was shown.</param>
    /// <param name="beside">What was sent, with or without the certificate itself.</param>
    /// <param name="host">Whom it is to be for.</param>
    /// <param name="tls">The CAs.</param>
    /// <param name="now">When.</param>
    /// <returns>The kind, null for none of them; and what was found, for people.</returns>
    public static (ServedCertificate? Kind, string Words) Of(
        X509Certificate2 leaf, IEnumerable<X509Certificate2> beside, string host, ProviderTls tls, DateTimeOffset now)
    {
        ImmutableArray<X509Certificate2> sent = [.. beside.Where(one => !one.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span))];
        var isForHost = leaf.MatchesHostname(host);
        var first = Find(leaf, sent, tls.Root, now);
        var next = Find(leaf, sent, tls.NextRoot, now);
        return (first, next, isForHost) switch
        {
            (X509ChainStatusFlags.NoError, _, true) when IsRenewed(leaf, tls) => (ServedCertificate.Renewed, "the renewed certificate"),
            (X509ChainStatusFlags.NoError, _, true) => (ServedCertificate.Valid, "a valid certificate"),
            (X509ChainStatusFlags.NoError, _, false) => (ServedCertificate.WrongName, $"a certificate that is not for '{host}'"),
            (X509ChainStatusFlags.NotTimeValid, _, true) => (ServedCertificate.Expired, "a certificate out of its time"),
            (_, X509ChainStatusFlags.NoError, true) => (ServedCertificate.OtherCa, "a valid certificate of the next CA"),
            (X509ChainStatusFlags.PartialChain, X509ChainStatusFlags.PartialChain, true) when sent.IsEmpty =>
                (ServedCertificate.MissingIntermediate, "a certificate without the one that leads to its CA"),
            _ => (null, $"a certificate of no known kind (chain: {first}; for '{host}': {(isForHost ? "yes" : "no")})"),
        };
    }

    /// <summary>Nothing but its key tells it from the one that it takes the place of.</summary>
    private static bool IsRenewed(X509Certificate2 leaf, ProviderTls tls) =>
        tls.Certificates.Any(one => one.Kind == ServedCertificate.Renewed && Convert.FromBase64String(one.Leaf).AsSpan().SequenceEqual(leaf.RawData));

    private static X509ChainStatusFlags Find(
        X509Certificate2 leaf, ImmutableArray<X509Certificate2> sent, ImmutableArray<byte> root, DateTimeOffset now)
    {
        using var trusted = X509CertificateLoader.LoadCertificate(root.AsSpan());
        using var chain = new X509Chain { ChainPolicy = StageTrust.Strict() };
        chain.ChainPolicy.CustomTrustStore.Add(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(sent.ToArray());
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.Build(leaf);
        var found = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }

        return found;
    }
}
