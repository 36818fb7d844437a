using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Execution.Checks;

/// <summary>Counts calls in the provider's own exact counters.</summary>
internal sealed class ProviderCheck(ProviderCheckPlan plan, Stage stage) : ICheck
{
    private long before;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (plan.Since == CheckSince.Step)
        {
            before = await CountAsync(cancellationToken);
        }
    }

    public async Task<CheckAnswer> AskAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var count = await CountAsync(cancellationToken) - before;
        var calls = $"{count} {(count == 1 ? "call" : "calls")}";
        return new CheckAnswer(
            count >= plan.AtLeast,
            plan.Endpoint is { } endpoint ? $"the provider got {calls} of '{endpoint}'" : $"the provider got {calls} that no endpoint knows");
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var provider = stage.Provider ?? throw new InvalidOperationException("No provider stands on the stage, without a finding.");
        var reading = await provider.ReadAsync(cancellationToken);
        return plan.Endpoint is { } endpoint ? reading.Calls.GetValueOrDefault(endpoint) : reading.UnmatchedCount;
    }
}
