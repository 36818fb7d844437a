using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>A provider that is called by TLS, and what the plan makes of it.</summary>
public sealed class TlsScenarioTests
{
    [Test]
    public void Servers_are_told_whom_to_trust()
    {
        using var fixture = new ScenarioFixture();

        fixture.Load().Plan!.System.Service("portal").Launch.Environment.Should().NotContainKey("SSL_CERT_FILE");

        var plan = Plan(fixture);

        plan.System.Provider!.Tls.Should().BeTrue();
        plan.System.Services.Should().OnlyContain(service => service.Launch.Environment["SSL_CERT_FILE"] == "{stage.ca}");
    }

    [TestCase("SSL_CERT_FILE: \"{stage.ca-and-next}\"", "{stage.ca-and-next}")]
    [TestCase("SSL_CERT_DIR: /certificates", null)]
    public void Whoever_says_whom_it_trusts_is_told_nothing(string variable, string? file)
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.SystemFile, "        ISSUER:", $"        {variable}\n        ISSUER:");

        Plan(fixture).System.Service("portal").Launch.Environment.GetValueOrDefault("SSL_CERT_FILE").Should().Be(file);
    }

    [TestCase("certificate: other-ca, tls: { minimum: \"1.3\" }", ServedCertificate.OtherCa, TlsVersion.Tls13, true,
        "Change the provider: new connections are shown a certificate of the next CA, new connections speak TLS 1.3 alone, clients get new tokens at once")]
    [TestCase("certificate: expired", ServedCertificate.Expired, null, false,
        "Change the provider: new connections are shown a certificate that has expired, clients keep their tokens")]
    [TestCase("tls: { minimum: 1.2 }", null, TlsVersion.Tls12, true,
        "Change the provider: new connections speak TLS 1.2 or newer, clients get new tokens at once")]
    public void Change_becomes_what_the_provider_is_told(
        string facets, ServedCertificate? certificate, TlsVersion? minimum, bool renews, string sentence)
    {
        using var fixture = new ScenarioFixture();
        const string Watch = "  - watch: { for: 15 min }\n";
        fixture.Replace(ScenarioFixture.ScenarioFile, Watch, $"{Watch}  - provider: {{ facets: {{ {facets} }} }}\n");

        var step = Plan(fixture).Steps.OfType<ProviderStepPlan>().Single();

        step.Settings.Should().Be(new FacetSettings { Certificate = certificate, TlsMinimum = minimum });
        step.RenewTokens.Should().Be(renews);
        step.Sentence.Should().Be(sentence);
    }

    [TestCase("2", ClientHttp.Http2, "new connections speak HTTP/2 alone")]
    [TestCase("\"1.1\"", ClientHttp.Http11, "new connections speak HTTP/1.1 or HTTP/2")]
    public void Version_of_http_becomes_what_the_provider_is_told(string minimum, ClientHttp http, string words)
    {
        using var fixture = new ScenarioFixture();
        const string Watch = "  - watch: { for: 15 min }\n";
        fixture.Replace(ScenarioFixture.ScenarioFile, Watch, $"{Watch}  - provider: {{ facets: {{ http: {{ minimum: {minimum} }} }} }}\n");

        var step = Plan(fixture).Steps.OfType<ProviderStepPlan>().Single();

        step.Settings.Should().Be(new FacetSettings { HttpMinimum = http });
        step.Sentence.Should().Be($"Change the provider: {words}, clients get new tokens at once");
    }

    private static ScenarioPlan Plan(ScenarioFixture fixture)
    {
        fixture.Replace(ScenarioFixture.SystemFile, "token-lifetime: 30m }", "token-lifetime: 30m, tls: true }");
        var result = fixture.Load();
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!;
    }
}
