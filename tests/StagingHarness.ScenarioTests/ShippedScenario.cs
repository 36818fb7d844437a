using FluentAssertions;
using StagingHarness.Concurrency;
using StagingHarness.Engines;
using StagingHarness.Loading;
using StagingHarness.Rehearsals;
using StagingHarness.Scenarios;

namespace StagingHarness.ScenarioTests;

/// <summary>Rehearses scenarios of this repository for tests that ask more of a run than its verdict.</summary>
internal static class ShippedScenario
{
    private static readonly TimeSpan StageTurn = TimeSpan.FromMinutes(60);

    /// <summary>The checkout's folder.</summary>
    public static string Root { get; } = ScenarioRoot.FindAbove(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("The tests do not lie in a checkout.");

    /// <param name="file">Path from the checkout's folder.</param>
    /// <param name="inputs">What is laid over it.</param>
    /// <param name="cancellationToken">Takes the stage down.</param>
    public static async Task<RehearsalResult> RehearseAsync(string file, ScenarioInputs inputs, CancellationToken cancellationToken)
    {
        var loaded = PlanLoader.Load(Path.Combine(Root, file), inputs);
        loaded.Findings.Should().BeEmpty();
        using var place = await StageLimit.AcquireAsync(StageTurn, TimeProvider.System, cancellationToken);
        var options = new RehearsalOptions { Engine = EngineWishes.FromEnvironment() };
        return await Rehearsal.RunAsync(loaded.Plan!, loaded.RootDirectory, options, cancellationToken);
    }
}
