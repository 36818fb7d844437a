using NUnit.Framework;
using StagingHarness.Concurrency;

namespace StagingHarness.FunctionalTests.Engines;

/// <summary>Tests that start stages take turns with those of other test assemblies.</summary>
[TestFixture]
public abstract class StageFixture
{
    private IDisposable? _turn;

    [OneTimeSetUp]
    public async Task TakeTurn() =>
        _turn = await StageLimit.AcquireAsync(TimeSpan.FromMinutes(15), TimeProvider.System, CancellationToken.None);

    [OneTimeTearDown]
    public void GiveTurnBack() => _turn?.Dispose();
}
