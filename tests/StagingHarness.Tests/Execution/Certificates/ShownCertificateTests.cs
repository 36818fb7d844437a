using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Tests.Execution.Certificates;

/// <summary>What a run issues is what a client makes of it, kind by kind.</summary>
public sealed class ShownCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Each_kind_is_told_from_all_others(
        [Values] ServedCertificate kind, [Values("provider", "127.0.0.1", "localhost")] string host)
    {
        var tls = Issue();

        Look(tls, kind, host, Now).Kind.Should().Be(kind);
    }

    [Test]
    public void Valid_one_is_out_of_its_time_a_month_later() =>
        Look(Issue(), ServedCertificate.Valid, "provider", Now + TimeSpan.FromDays(8)).Kind.Should().Be(ServedCertificate.Expired);

    [Test]
    public void Valid_one_of_another_run_is_of_no_kind()
    {
        var (kind, words) = Look(Issue() with { Certificates = Issue().Certificates }, ServedCertificate.Valid, "provider", Now);

        kind.Should().BeNull();
        words.Should().Be("a certificate of no known kind (chain: PartialChain; for 'provider': yes)");
    }

    [Test]
    public void Two_things_wrong_at_once_are_of_no_kind() =>
        Look(Issue(), ServedCertificate.Expired, "elsewhere", Now).Kind.Should().BeNull();

    [Test]
    public void Private_keys_are_not_shown()
    {
        var tls = Issue();

        $"{tls} {tls.Certificates[0]}".Should().NotContain(tls.Certificates[0].PrivateKey);
    }

    private static ProviderTls Issue()
    {
        using var authority = new StageAuthority(Now);
        return authority.IssueFor("provider");
    }

    private static (ServedCertificate? Kind, string Words) Look(ProviderTls tls, ServedCertificate kind, string host, DateTimeOffset now)
    {
        var material = tls.Certificates.Single(one => one.Kind == kind);
        using var leaf = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(material.Leaf));
        ImmutableArray<X509Certificate2> beside = material.Intermediate is { } intermediate
            ? [X509CertificateLoader.LoadCertificate(Convert.FromBase64String(intermediate))]
            : [leaf];
        return ShownCertificate.Of(leaf, beside, host, tls, now);
    }
}
