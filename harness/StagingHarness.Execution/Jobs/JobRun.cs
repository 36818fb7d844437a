using System.Globalization;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Jobs;

/// <summary>Runs jobs of the system, each once and to its end, on the network on which its services are.</summary>
internal sealed class JobRun(SystemPlan system, IEngine engine, OrderValues values, NeededAddresses needed, RunClock clock)
{
    private readonly JobOrders orders = new(values);
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);

    /// <returns>The receipt.</returns>
    /// <exception cref="JobFailedException">It ended with another exit code than 0, or not in time.</exception>
    /// <exception cref="NoEffectException">A service that it needs has no server that runs.</exception>
    /// <exception cref="EnvironmentException">It could not be started, or the engine lost it.</exception>
    public async Task<string> ExecuteAsync(JobStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var job = system.Job(step.Job);
        var generation = starts[job.Name] = starts.GetValueOrDefault(job.Name) + 1;
        var placed = await PlaceAsync(job, cancellationToken);
        var order = orders.Create(job, generation, placed, await needed.FindAsync(job.Name, job.Needs, cancellationToken));
        var instance = await engine.StartAsync(order, cancellationToken);
        string receipt;
        try
        {
            receipt = await FollowAsync(job, generation, instance, placed, scope, cancellationToken);
        }
        catch
        {
            await ClearAsync(job, instance, scope);
            throw;
        }

        await instance.DisposeAsync();
        return receipt;
    }

    private async Task<string> FollowAsync(
        JobPlan job, int generation, IInstance instance, Placement placed, StepScope scope, CancellationToken cancellationToken)
    {
        // Its time is its own: how long an engine takes to start it speaks for or against the engine.
        var begun = clock.Elapsed;
        scope.Append(new JobStarted
        {
            Job = job.Name,
            Generation = generation,
            Identity = instance.Identity,
            Log = instance.Log,
            Digests = placed.Digests,
        });
        scope.Observe($"job '{job.Name}' runs");
        var (exit, inTime) = await WaitAsync(instance, job.Deadline, cancellationToken);
        var took = clock.Elapsed - begun;
        scope.Append(new JobEnded
        {
            Job = job.Name,
            Generation = generation,
            ExitCode = exit.ExitCode,
            Killed = !inTime,
            Took = took,
            LastOutput = exit.LastOutput,
        });
        return (inTime, exit.ExitCode) switch
        {
            (false, _) => throw JobFailedException.AfterDeadline(job.Name, job.Deadline, exit),
            (true, null) => throw new JobLostException(job.Name),
            (true, 0) => string.Create(
                CultureInfo.InvariantCulture, $"job '{job.Name}' ended with exit code 0 after {took.TotalSeconds:0.0} s. {JobFailedException.LastOutput(exit.LastOutput)}"),
            (true, { } code) => throw JobFailedException.WithExitCode(job.Name, code, exit),
        };
    }

    /// <summary>After a failure, which stays the cause; what cannot be removed now is found by its label later.</summary>
    private static async Task ClearAsync(JobPlan job, IInstance instance, StepScope scope)
    {
        try
        {
            await instance.DisposeAsync();
        }
        catch (EnvironmentException exception)
        {
            scope.Append(new Noted { Text = $"job '{job.Name}' could not be cleared away: {exception.Message}" });
        }
    }

    private Task<Placement> PlaceAsync(JobPlan job, CancellationToken cancellationToken) => engine.PlaceAsync(
        new PlacementOrder
        {
            Instance = JobOrders.InstanceOf(job),
            Version = new ServerVersion(job.Artifact.Id, ServerVersion.NoPlatform),
            Platform = null,
            Release = job.Artifact,
        },
        cancellationToken);

    /// <summary>How it ended, and whether by itself within the time that it had.</summary>
    private async Task<(InstanceExit Exit, bool InTime)> WaitAsync(IInstance instance, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            return (await instance.Exited.WaitAsync(deadline, clock.Time, cancellationToken), true);
        }
        catch (TimeoutException)
        {
            return (await instance.KillAsync(cancellationToken), false);
        }
    }
}
