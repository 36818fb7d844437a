using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>A path that servers may write, and that was made small for it at their start, is filled to its last byte by a file.</summary>
internal sealed class FullDiskFault(FullDiskFaultPlan plan, FaultSurroundings around) : IFault
{
    private const string NoRoom = "No space left on device";

    private ImmutableList<(Server Server, IInstance Instance, CommandResult Filling)> filled = [];

    private string Filler => plan.Path.TrimEnd('/') + "/.full";

    public async Task BeginAsync(StepScope scope, CancellationToken cancellationToken)
    {
        foreach (var (server, run) in plan.Instances.Select(around.Running).ToList())
        {
            var noted = (server, run.Instance, new CommandResult(-1, "", "nothing was written yet"));
            filled = filled.Add(noted);
            var filling = await run.Instance.ExecuteAsync(["dd", "if=/dev/zero", $"of={Filler}", "bs=4096"], cancellationToken);
            filled = filled.Replace(noted, noted with { Item3 = filling });
        }
    }

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken)
    {
        var room = filled.Find(each => !each.Filling.Error.Contains(NoRoom, StringComparison.Ordinal));
        return room.Server is null
            ? Task.FromResult(string.Join("; ", filled.Select(each => $"'{each.Server.Name}' can write no more to '{plan.Path}' ({NoRoom})")))
            : throw new NoEffectException($"'{plan.Path}' of '{room.Server.Name}' is not full: 'dd' in it ended with exit code {room.Filling.ExitCode}: "
                + $"{room.Filling.Error.Trim()} The image must have 'dd', and its user must be allowed to write there.");
    }

    public async Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken)
    {
        await UndoAsync(cancellationToken);
        return string.Join("; ", filled.Select(each => $"'{each.Server.Name}' has room in '{plan.Path}' again"));
    }

    /// <exception cref="NoEffectException">What fills it is not gone.</exception>
    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        foreach (var (server, instance, _) in filled.Reverse().Where(each => !each.Instance.Exited.IsCompleted))
        {
            var removal = await instance.ExecuteAsync(["rm", "-f", Filler], cancellationToken);
            if (removal.ExitCode != 0)
            {
                throw new NoEffectException($"'{plan.Path}' of '{server.Name}' could not be cleared: {removal.Error.Trim()}");
            }
        }
    }
}
