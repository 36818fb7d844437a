using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Execution.Checks;

/// <summary>Asks every target directly, past the gateway, all at the same time.</summary>
internal sealed class HttpCheck(HttpCheckPlan plan, CheckTargets targets, IProbe probe) : ICheck
{
    private readonly CheckPattern? body = plan.BodyPattern is { } pattern ? new CheckPattern(pattern) : null;

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<CheckAnswer> AskAsync(TimeSpan within, CancellationToken cancellationToken) =>
        CheckAnswer.OfAll([.. await Task.WhenAll(targets.Find().Select(server => AskAsync(server, within, cancellationToken)))]);

    private async Task<CheckAnswer> AskAsync(Server server, TimeSpan within, CancellationToken cancellationToken)
    {
        if (server.Active is not { } run)
        {
            return new CheckAnswer(false, $"nothing runs on '{server.Name}'");
        }

        var answer = await probe.GetAsync(new Uri(run.Instance.AddressOf(ServerRun.Listener), plan.Path), within, cancellationToken);
        return answer switch
        {
            { Status: null } => new CheckAnswer(false, $"'{server.Name}' does not answer '{plan.Path}' ({answer.Problem})"),
            { Status: { } status } when !plan.Statuses.Contains(status) => new CheckAnswer(false, $"'{server.Name}' answers '{plan.Path}' with {status}"),
            _ when body?.IsIn(answer.Body) == false =>
                new CheckAnswer(false, $"'{server.Name}' answers '{plan.Path}' with {answer.Status}, and '{plan.BodyPattern}' is not in its body: {Quote.Of(answer.Body)}"),
            _ => new CheckAnswer(true, $"'{server.Name}' answers '{plan.Path}' with {answer.Status}{(body is null ? "" : $" and '{plan.BodyPattern}'")}"),
        };
    }
}
