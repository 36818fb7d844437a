using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>A check that sees nothing is none: each is shown something that it must see.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class DriftTests
{
    private StandInProvider standIn = null!;

    private static IEnumerable<string> Planted => Drifts.All.Select(drift => drift.Name);

    [OneTimeSetUp]
    public async Task Start() => standIn = await StandInProvider.StartAsync(CancellationToken.None);

    [OneTimeTearDown]
    public async Task Stop() => await standIn.DisposeAsync();

    [TestCaseSource(nameof(Planted))]
    public async Task Planted_drift_is_seen(string name, CancellationToken cancellationToken)
    {
        var drift = Drifts.All.Single(one => one.Name == name);
        using var connections = new Connections(drift.Tamper ?? ((_, answer) => answer));
        if (drift.Facets is { } facets)
        {
            await standIn.ChangeAsync(facets, cancellationToken);
        }

        string? seen;
        try
        {
            seen = await ConformanceChecks.Named(drift.Check).RunAsync(new ProviderCalls(connections, standIn.Address));
        }
        finally
        {
            await standIn.RestoreAsync(cancellationToken);
        }

        seen.Should().NotBeNull("'{0}' must see it", drift.Check);
    }

    [Test]
    public async Task Nothing_is_seen_where_nothing_is_planted()
    {
        using var connections = new Connections((_, answer) => answer);
        foreach (var check in ConformanceChecks.All)
        {
            (await check.RunAsync(new ProviderCalls(connections, standIn.Address))).Should().BeNull("'{0}' sees answers as they are", check.Name);
        }
    }

    [Test]
    public void Every_check_has_something_planted_for_it() =>
        ConformanceChecks.All.Select(check => check.Name).Except(Drifts.All.Select(drift => drift.Check)).Should().BeEmpty();
}
