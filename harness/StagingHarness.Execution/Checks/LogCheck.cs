using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Execution.Checks;

/// <summary>
/// Counts lines of what runs on the targets now, beside what takes traffic too. Since the step began: an instance that starts later counts
/// from its first line.
/// </summary>
internal sealed class LogCheck(LogCheckPlan plan, CheckTargets targets) : ICheck
{
    private readonly CheckPattern pattern = new(plan.Pattern);
    private readonly Dictionary<IInstance, int> before = [];

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (plan.Since == CheckSince.Step)
        {
            foreach (var instance in Instances())
            {
                before[instance] = (await instance.ReadLogAsync(cancellationToken)).Length;
            }
        }
    }

    public async Task<CheckAnswer> AskAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var (read, count) = (0, 0);
        string? last = null;
        foreach (var instance in Instances())
        {
            foreach (var line in (await instance.ReadLogAsync(cancellationToken)).Skip(before.GetValueOrDefault(instance)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                read++;
                if (pattern.IsIn(line))
                {
                    count++;
                    last = line;
                }
            }
        }

        var found = $"{count} of {read} {(read == 1 ? "line matches" : "lines match")} '{plan.Pattern}'";
        return new CheckAnswer(count >= plan.AtLeast, last is null ? found : $"{found}, the last one: {Quote.Of(last)}");
    }

    private IEnumerable<IInstance> Instances() =>
        targets.Find().SelectMany(server => (ServerRun?[])[server.Active, server.Beside]).OfType<ServerRun>().Select(run => run.Instance)
            .Where(instance => !instance.Exited.IsCompleted);
}
