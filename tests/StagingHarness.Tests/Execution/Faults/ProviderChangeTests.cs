using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Faults;

public sealed class ProviderChangeTests
{
    [Test]
    public void Change_isReadBack_andTheClientsGetNewTokens()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Provider(TimeSpan.FromMinutes(10), KeyRotation.OldKept, TimeSpan.FromSeconds(30))));

        record.LinesOf("4").Should().EndWith(
            "4 StepCompleted the provider's clock is +600 s off, its tokens last 30 s, it signs with key 'key-1+' and shows 2 keys; the clients carry new tokens");
        var changed = record.All<ProviderChanged>().Single();
        changed.ClockOffset.Should().Be(TimeSpan.FromMinutes(10));
        changed.PublishedKeys.Should().Equal("key-1+", "key-1");
        stage.Provider.Tokens.Should().BeGreaterThanOrEqualTo(2);
    }

    [Test]
    public void Clients_thatKeepTheirTokens_askForNone()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(FaultPlans.Provider(keys: KeyRotation.OldWithdrawn, renew: false)));

        stage.Provider.Tokens.Should().Be(1);
        stage.Provider.State.PublishedKeys.Should().Equal("key-1+");
    }

    [Test]
    public void Clients_withShorterTokens_renewThemSooner()
    {
        using var stage = new FakeStage();
        stage.Provider.Changes = (change, state) =>
        {
            stage.Provider.TokenLifetime = change.TokenLifetime ?? stage.Provider.TokenLifetime;
            return FakeProvider.Obey(change, state);
        };

        stage.Run(FaultPlans.Build(FaultPlans.Provider(lifetime: TimeSpan.FromSeconds(2)), FaultPlans.Watch(5)));

        stage.Provider.Tokens.Should().BeInRange(6, 8, "one at the start, one with the change, then one a second");
    }

    [Test]
    public void Change_thatTheProviderDoesNotMake_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Provider.Changes = (_, state) => state;

        var clock = stage.Run(FaultPlans.Build(FaultPlans.Provider(TimeSpan.FromMinutes(10))));

        clock.LinesOf("4").Should().EndWith("4 StepFailed NoEffect: The provider was changed, and its clock is 0 s off, not 600 s.");
    }

    [TestCase(KeyRotation.OldKept, "The provider was changed, and it signs with the same key as before.")]
    [TestCase(KeyRotation.OldWithdrawn, "The provider was changed, and it signs with the same key as before.")]
    public void Keys_thatStayAsTheyWere_haveNoEffect(KeyRotation rotation, string told)
    {
        using var stage = new FakeStage();
        stage.Provider.Changes = (_, state) => state;

        stage.Run(FaultPlans.Build(FaultPlans.Provider(keys: rotation))).LinesOf("4").Should().EndWith($"4 StepFailed NoEffect: {told}");
    }

    [Test]
    public void Facets_areReadBack_andToldInTheReceipt()
    {
        using var stage = new FakeStage();
        var step = FaultPlans.Provider() with { Contract = "v2", Settings = new FacetSettings { Audience = "api://portal", Algorithm = "ES256" } };

        var record = stage.Run(FaultPlans.Build(step));

        record.LinesOf("4").Should().ContainMatch("4 StepCompleted *it signs with key 'key-1-ES256'*; facets that are not plain: algorithm, audience; *");
        record.All<ProviderChanged>().Single().Should().BeEquivalentTo(new { Contract = "v2", step.Settings });
    }

    [Test]
    public void Facet_thatTheProviderDoesNotTake_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Provider.Changes = (change, state) => state with { Settings = change.Settings is null ? state.Settings : new FacetSettings { Audience = "other" } };

        stage.Run(FaultPlans.Build(FaultPlans.Provider() with { Settings = new FacetSettings { Audience = "api://portal" } })).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and it does not say that it has facet 'audience' as it was told.");
    }

    [Test]
    public void OldKey_thatIsStillShown_isNotWithdrawn()
    {
        using var stage = new FakeStage();
        stage.Provider.Changes = (change, state) => FakeProvider.Obey(change.KeyRotation is null ? change : change with { KeyRotation = KeyRotation.OldKept }, state);

        stage.Run(FaultPlans.Build(FaultPlans.Provider(keys: KeyRotation.OldWithdrawn))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and it still shows the old key.");
    }

    [Test]
    public void Certificate_isSeen_beforeTheStepIsDone()
    {
        using var stage = new FakeStage();
        stage.Provider.Handshakes = said => Seen(said.Certificate ?? ServedCertificate.Valid);

        var record = stage.Run(FaultPlans.Build(Certificate(ServedCertificate.OtherCa)));

        record.LinesOf("4").Last().Should().EndWith(
            "facets that are not plain: certificate; a connection of the harness's own was shown certificate OtherCa over TLS 1.3, and TLS 1.2 is the oldest version that it takes");
    }

    [Test]
    public void Certificate_thatIsNotShown_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Provider.Handshakes = _ => Seen(ServedCertificate.Valid);

        stage.Run(FaultPlans.Build(Certificate(ServedCertificate.Expired))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and a connection was shown certificate Valid, where certificate 'Expired' was ordered.");
    }

    [Test]
    public void Certificate_ofConnectionsThatAreNotSecured_hasNoEffect()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(Certificate(ServedCertificate.Expired))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and its connections are not secured, so nothing about them can change.");
    }

    [Test]
    public void Floor_thatIsNotThere_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Provider.Handshakes = _ => Seen(ServedCertificate.Valid);
        var change = FaultPlans.Provider(renew: false) with { Settings = new FacetSettings { TlsMinimum = TlsVersion.Tls13 } };

        stage.Run(FaultPlans.Build(change)).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and a connection came about with TLS 1.2, where TLS 1.3 is to be the oldest version.");
    }

    [Test]
    public void OlderHttp_thatIsStillSpoken_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Provider.Handshakes = _ => Seen(ServedCertificate.Valid);
        var change = FaultPlans.Provider(renew: false) with { Settings = new FacetSettings { HttpMinimum = ClientHttp.Http2 } };

        stage.Run(FaultPlans.Build(change)).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: The provider was changed, and a connection came about with HTTP/1.1, where HTTP/2 is to be the oldest version.");
    }

    [Test]
    public void NewerHttp_isSeen_beforeTheStepIsDone()
    {
        using var stage = new FakeStage();
        stage.Provider.Handshakes = said => Seen(ServedCertificate.Valid) with { OldestHttp = said.HttpMinimum ?? ClientHttp.Http11 };
        var change = FaultPlans.Provider(renew: false) with { Settings = new FacetSettings { HttpMinimum = ClientHttp.Http2 } };

        stage.Run(FaultPlans.Build(change)).LinesOf("4").Last().Should().EndWith("TLS 1.2 is the oldest version that it takes; it speaks HTTP/2 alone");
    }

    private static ProviderStepPlan Certificate(ServedCertificate certificate) =>
        FaultPlans.Provider(renew: false) with { Settings = new FacetSettings { Certificate = certificate } };

    private static HandshakeReading Seen(ServedCertificate certificate) =>
        new(certificate, $"certificate {certificate}", TlsVersion.Tls13, TlsVersion.Tls12);
}
