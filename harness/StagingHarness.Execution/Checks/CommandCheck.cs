using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Execution.Checks;

/// <summary>Runs a command where every target runs, on all at the same time.</summary>
internal sealed class CommandCheck(CommandCheckPlan plan, CheckTargets targets, RunClock clock) : ICheck
{
    private readonly CheckPattern? output = plan.OutputPattern is { } pattern ? new CheckPattern(pattern) : null;

    private string Command => $"'{string.Join(' ', plan.Command)}'";

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<CheckAnswer> AskAsync(TimeSpan within, CancellationToken cancellationToken) =>
        CheckAnswer.OfAll([.. await Task.WhenAll(targets.Find().Select(server => AskAsync(server, within, cancellationToken)))]);

    private async Task<CheckAnswer> AskAsync(Server server, TimeSpan within, CancellationToken cancellationToken)
    {
        if (server.Active is not { } run || run.Instance.Exited.IsCompleted)
        {
            return new CheckAnswer(false, $"nothing runs on '{server.Name}'");
        }

        if (await ExecuteAsync(run.Instance, within, cancellationToken) is not { } result)
        {
            return new CheckAnswer(
                false, $"{Command} on '{server.Name}' did not end within {within.TotalSeconds:0.#} s{(run.Instance.Exited.IsCompleted ? ", and what ran there has ended" : "")}");
        }

        var wrote = result.ExitCode == 0 || result.Error.Trim().Length == 0 ? result.Output : result.Error;
        var isMet = result.ExitCode == plan.ExitCode && output?.IsIn(result.Output) != false;
        return new CheckAnswer(isMet, $"{Command} on '{server.Name}' ended with exit code {result.ExitCode} and wrote {Quote.Of(wrote)}");
    }

    /// <summary>Null when it did not end in time, and is killed then; or when the instance has ended meanwhile.</summary>
    private async Task<CommandResult?> ExecuteAsync(IInstance instance, TimeSpan within, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(within, clock.Time);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await instance.ExecuteAsync(plan.Command, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (EnvironmentException) when (instance.Exited.IsCompleted)
        {
            return null;
        }
    }
}
