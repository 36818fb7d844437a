using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>
/// The stand-in is held to what the specifications say, and each check to OpenIddict: what that one does not pass is no measure of a provider.
/// Where it does otherwise than a specification says, or has nothing of the kind, the stand-in alone is asked, and the check says why.
/// </summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ConformanceTests
{
    private StandInProvider standIn = null!;
    private OpenIddictProvider openIddict = null!;

    private static IEnumerable<string> Checks => ConformanceChecks.All.Select(check => check.Name);

    private static IEnumerable<string> AskedOfBoth => ConformanceChecks.All.Where(check => check.StandInAlone is null).Select(check => check.Name);

    private static IEnumerable<string> AskedOfTheStandInAlone => ConformanceChecks.All.Where(check => check.StandInAlone is not null).Select(check => check.Name);

    [OneTimeSetUp]
    public async Task Start()
    {
        standIn = await StandInProvider.StartAsync(CancellationToken.None);
        openIddict = await OpenIddictProvider.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await standIn.DisposeAsync();
        await openIddict.DisposeAsync();
    }

    [TestCaseSource(nameof(Checks))]
    public Task Stand_in_conforms(string check) => HoldAsync(standIn, check);

    [TestCaseSource(nameof(AskedOfBoth))]
    public Task OpenIddict_conforms(string check) => HoldAsync(openIddict, check);

    /// <summary>Once it does, it is to be asked.</summary>
    [TestCaseSource(nameof(AskedOfTheStandInAlone))]
    public async Task OpenIddict_does_otherwise(string name)
    {
        using var connections = new Connections();
        var check = ConformanceChecks.Named(name);

        (await check.RunAsync(new ProviderCalls(connections, openIddict.Address))).Should().NotBeNull("{0}", check.StandInAlone);
    }

    private static async Task HoldAsync(ProviderUnderTest provider, string name)
    {
        using var connections = new Connections();
        var check = ConformanceChecks.Named(name);

        (await check.RunAsync(new ProviderCalls(connections, provider.Address))).Should().BeNull("{0} says so", check.Source);
    }
}
