using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>
/// The stand-in is held to what the specifications say, and each check to OpenIddict: what that one does not pass is no measure of a provider.
/// </summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ConformanceTests
{
    private StandInProvider standIn = null!;
    private OpenIddictProvider openIddict = null!;
    private HttpClient http = null!;

    private static IEnumerable<string> Checks => ConformanceChecks.All.Select(check => check.Name);

    [OneTimeSetUp]
    public async Task Start()
    {
        http = ControlHttp.Create(new DirectDialer());
        standIn = await StandInProvider.StartAsync(CancellationToken.None);
        openIddict = await OpenIddictProvider.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        http.Dispose();
        await standIn.DisposeAsync();
        await openIddict.DisposeAsync();
    }

    [TestCaseSource(nameof(Checks))]
    public Task Stand_in_conforms(string check) => HoldAsync(standIn, check);

    [TestCaseSource(nameof(Checks))]
    public Task OpenIddict_conforms(string check) => HoldAsync(openIddict, check);

    private async Task HoldAsync(ProviderUnderTest provider, string name)
    {
        var check = ConformanceChecks.Named(name);

        (await check.RunAsync(new ProviderCalls(http, provider.Address))).Should().BeNull("{0} says so", check.Source);
    }
}
