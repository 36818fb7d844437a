using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>What the incident's scenario becomes; it says nothing about detection, so that the defaults hold there.</summary>
internal static class IncidentPlan
{
    /// <exception cref="InvalidOperationException">It has findings.</exception>
    public static ScenarioPlan Load()
    {
        var path = Path.Combine(CheckoutFolder.Find(), RunFolders.Scenario);
        return ScenarioLoader.Load(path, []).Plan ?? throw new InvalidOperationException($"'{path}' has no plan; 'stage validate' says why.");
    }
}
