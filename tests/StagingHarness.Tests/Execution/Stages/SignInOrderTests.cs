using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FluentAssertions;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Redaction;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

/// <summary>What servers and the provider are told of a sign-in is the same, and made for the run.</summary>
public sealed class SignInOrderTests
{
    [Test]
    public void Servers_are_told_what_the_provider_is_told()
    {
        var plan = PlanOf();
        var secrets = RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch);

        var setup = SignInOrder.Of(plan.System.Provider!.SignIn, secrets);
        var value = new OrderValues(new Stage(plan), secrets, plan.System.Provider).Fill(
            "{provider.clients.site.id} {provider.clients.site.secret} {provider.clients.site.next-secret} {provider.users.alice.password}", "Server 'a'", [], ImmutableDictionary<string, Uri>.Empty);

        value.Should().Be($"site {secrets.Clients["site"]} {secrets.NextClients["site"]} {setup.Users["alice"].Password}");
        setup.Clients["site"].SignedIn.Should().Equal("/in");
        setup.Users["alice"].Claims.Should().Be("{}");
        setup.NextSecrets["site"].Should().NotBe(secrets.Clients["site"]);
        secrets.All.Should().Contain([setup.NextSecrets["site"], secrets.Clients["site"], setup.Users["alice"].Password]);
    }

    [Test]
    public void Server_signs_with_the_key_whose_other_half_the_provider_has()
    {
        var plan = PlanOf();
        var secrets = RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch);

        var value = new OrderValues(new Stage(plan), secrets, plan.System.Provider).Fill("{provider.clients.site.private-key}", "Server 'a'", [], ImmutableDictionary<string, Uri>.Empty);

        using var key = RSA.Create();
        key.ImportFromPem(value);
        key.ExportSubjectPublicKeyInfoPem().Should().Be(SignInOrder.Of(plan.System.Provider!.SignIn, secrets).ClientKeys["site"]);
        value.Should().StartWith("-----BEGIN PRIVATE KEY-----");
    }

    [Test]
    public void Server_finds_the_certificate_of_its_key_by_which_the_provider_knows_the_client([Values] ClientCertificateKind kind)
    {
        var plan = PlanOf(kind);
        var secrets = RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var values = new OrderValues(new Stage(plan), secrets, plan.System.Provider);

        var value = values.Fill("{provider.clients.site.certificate}", "Server 'a'", [], ImmutableDictionary<string, Uri>.Empty);

        var text = values.Texts.Single(text => $"{{stage.{text.Name}}}" == value);
        using var certificate = X509Certificate2.CreateFromPem(text.Content, secrets.ClientKeys["site"].PrivateKey);
        certificate.HasPrivateKey.Should().BeTrue();
        text.FileName.Should().Be("client-site.pem");
        secrets.All.Should().NotContain(secret => text.Content.Contains(secret), "nothing secret stands in the file");
        var setup = SignInOrder.Of(plan.System.Provider!.SignIn, secrets);
        setup.ClientCertificates["site"].Should().Be(new KnownCertificate
        {
            Kind = kind,
            Mark = kind == ClientCertificateKind.Issued ? "CN=site" : Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData)),
        });
        setup.ClientIssuers.Should().HaveCount(2);
    }

    [Test]
    public void Client_that_says_nothing_of_a_certificate_has_none()
    {
        var plan = PlanOf();
        var secrets = RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch);

        var setup = SignInOrder.Of(plan.System.Provider!.SignIn, secrets);

        (setup.ClientCertificates.Count, setup.ClientIssuers.Length).Should().Be((0, 0));
    }

    [Test]
    public void Key_of_a_client_is_a_secret_in_each_of_its_lines_and_as_JSON_spells_it()
    {
        var secrets = RunSecrets.Create(PlanOf(), ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch);
        var redactor = new Redactor();
        foreach (var secret in secrets.All)
        {
            redactor.Learn(secret);
        }

        var pem = secrets.ClientKeys["site"].PrivateKey;
        var lines = pem.Split('\n').Where(line => !line.StartsWith('-')).ToList();

        lines.Should().HaveCountGreaterThan(20).And.OnlyContain(line => redactor.Of($"key: {line}") == $"key: {Redactor.Mark}");
        redactor.Of(JsonSerializer.Serialize(new { key = pem })).Should().Be($$"""{"key":"{{Redactor.Mark}}"}""");
        redactor.Of(JsonSerializer.Serialize(string.Concat(lines))).Should().Be($"\"{Redactor.Mark}\"");
        $"{secrets.ClientKeys["site"]}".Should().Be("key of a client (hidden)");
    }

    [Test]
    public void Nobody_signs_in_where_the_plan_says_nothing()
    {
        var plan = new PlanBuilder().Build();

        var setup = SignInOrder.Of(plan.System.Provider?.SignIn, RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch));

        (setup.Clients.Count, setup.Users.Count).Should().Be((0, 0));
    }

    [Test]
    public void Keys_of_certificates_are_secrets_also_as_members_are_handed_them()
    {
        var plan = new PlanBuilder().Build();
        var secrets = RunSecrets.Create(
            plan with { Traffic = plan.Traffic with { Tls = true } }, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch);

        var handed = JsonSerializer.Serialize(secrets.Certificates!.Gateway!.Certificate, GatewayJson.Default.GatewayCertificate);

        secrets.All.Should().Contain(secrets.Certificates.Gateway.Certificate.PrivateKey);
        secrets.All.Should().Contain(secret => secret.Length > 100 && handed.Contains(secret), "a plus is an escape there");
    }

    private static ScenarioPlan PlanOf(ClientCertificateKind? certificate = null)
    {
        var plan = new PlanBuilder().Build();
        var signIn = new SignInPlan
        {
            Certificates = certificate is { } kind ? ImmutableSortedDictionary<string, ClientCertificateKind>.Empty.Add("site", kind) : null,
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty.Add("site", new ClientRedirects { SignedIn = ["/in"] }),
            Users = ImmutableSortedDictionary<string, string>.Empty.Add("alice", "{}"),
        };
        return plan with { System = plan.System with { Provider = plan.System.Provider! with { SignIn = signIn, Tls = certificate is not null } } };
    }
}
