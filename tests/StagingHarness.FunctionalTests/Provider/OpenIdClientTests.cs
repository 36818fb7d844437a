using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.FunctionalTests.Packages;
using StagingHarness.NUnit;
using StagingHarness.Protocols.Provider;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>npm's openid-client takes the stand-in for a provider. Needs Node 20 or later, npm and a registry, so it belongs to the nightly tests.</summary>
[Category("Nightly")]
public sealed class OpenIdClientTests
{
    private static readonly ProviderOrder Order = new()
    {
        Audience = "client-portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add("node", "s3cret"),
        SignIn = new SignInSetup
        {
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                .Add("node", new ClientRedirects { SignedIn = ["/signin-oidc"], SignedOut = ["/bye"] }),
            Users = ImmutableSortedDictionary<string, SignInUser>.Empty.Add("alice", new SignInUser { Password = "pa55", Claims = """{"name":"Alice Archer"}""" }),
        },
    };

    [Test]
    public async Task Sign_in_renewal_and_sign_out_go_all_the_way()
    {
        using var script = Checkout.CopyFolder(Path.Combine("tests", "StagingHarness.FunctionalTests", "Fixtures", "OpenIdClient"));
        await InstallAsync(script.Path);
        await using var standIn = await RunningStandIn.StartAsync(Order, "openid-client-tests");

        var environment = ImmutableDictionary<string, string>.Empty
            .Add("ISSUER", standIn.Provider.Issuer.OriginalString)
            .Add("CLIENT_ID", "node")
            .Add("CLIENT_SECRET", "s3cret")
            .Add("USER_NAME", "alice")
            .Add("PASSWORD", "pa55");
        var (exitCode, output) = await DotnetCommand.RunAsync("node", script.Path, environment, "sign-in.mjs");

        exitCode.Should().Be(0, "{0}", output);
        output.Trim().Should().Be("""{"subject":"alice","name":"Alice Archer","renewed":true,"left":"302 http://portal.example/bye","after":"invalid_grant"}""");
        var reading = await standIn.Provider.ReadAsync(CancellationToken.None);
        (reading.UnmatchedCount, reading.StubErrors.Length).Should().Be((0, 0));
    }

    private static async Task InstallAsync(string folder)
    {
        try
        {
            var (exitCode, output) = await DotnetCommand.RunAsync("npm", folder, ImmutableDictionary<string, string>.Empty, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (exitCode != 0)
            {
                SkipPolicy.Skip($"npm cannot install openid-client here: {output.Trim().Split('\n')[^1]}");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            SkipPolicy.Skip("npm is not there; install Node 20 or later with npm.");
        }
    }
}
