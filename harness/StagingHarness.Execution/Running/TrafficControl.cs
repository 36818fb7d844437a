using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.History.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Running;

/// <summary>Starts, keeps alive and stops the traffic: obtains credentials, renews them, accounts for every request.</summary>
internal sealed class TrafficControl(ScenarioPlan plan, Stage stage, RunClock clock, CredentialHeaders credentials, StageCertificates? certificates, LiveTraffic live, SampleFileWriter file, LifeWatch lives)
    : IAsyncDisposable
{
    private const int WarmUpRequests = 128;

    /// <summary>A provider that gives out tokens without life must not be asked all the time.</summary>
    private static readonly TimeSpan SoonestRenewal = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource ending = new();
    private TaskCompletionSource<TimeSpan> renewedEarly = new();
    private ITrafficSession? session;
    private Task upkeep = Task.CompletedTask;
    private volatile bool isFlowing;

    /// <summary>True from the first request until it is told to stop.</summary>
    public bool IsFlowing => isFlowing;

    /// <summary>It has flowed, was stopped, and all of it is in the record.</summary>
    public bool IsAccounted { get; private set; }

    /// <returns>The receipt.</returns>
    public async Task<string> StartAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        var generator = stage.Generator ?? throw new InvalidOperationException("No generator runs yet.");
        scope.Observe("credentials are being obtained");
        var (headers, expiresIn) = await credentials.ObtainAsync(cancellationToken);
        scope.Observe("the generator warms up");
        session = await generator.StartAsync(
            new TrafficOrder
            {
                Plan = plan.Traffic,
                Seed = plan.Seed,
                Target = gateway.Address,
                Routes = [.. gateway.Routes, .. stage.Provider?.Routes ?? []],
                TrustedRoots = certificates?.Roots ?? [],
                CredentialHeaders = headers,
                EpochTimestamp = clock.EpochTimestamp,
                WarmUpRequests = WarmUpRequests,
            },
            live,
            cancellationToken);
        isFlowing = true;
        clock.StartIncident(session.FirstDue);
        scope.Append(new TrafficStarted
        {
            RatePerSecond = plan.Traffic.RatePerSecond,
            Generator = session.Flavour,
            WarmUpRequests = WarmUpRequests,
            RequestsPerConnection = plan.Traffic.RequestsPerConnection,
        });
        upkeep = Task.WhenAll(WatchAsync(session), RenewAsync(session, expiresIn));
        return $"{plan.Traffic.WhenInWords()} flow{(plan.Traffic.IsPlain ? "" : $" by {plan.Traffic.SpokenInWords()}")}, generator {session.Flavour}, which {session.SelfCheck}";
    }

    /// <summary>The clients get new tokens before theirs are half-way through their lives.</summary>
    /// <returns>The receipt.</returns>
    public async Task<string> RenewNowAsync(CancellationToken cancellationToken)
    {
        var flowing = session ?? throw new InvalidOperationException("No traffic flows.");
        var (headers, expiresIn) = await credentials.ObtainAsync(cancellationToken);
        if (expiresIn is null)
        {
            return "the clients carry no token that could be renewed";
        }

        await flowing.RenewCredentialsAsync(headers, cancellationToken);
        Interlocked.Exchange(ref renewedEarly, new TaskCompletionSource<TimeSpan>()).TrySetResult(expiresIn.Value);
        return "the clients carry new tokens";
    }

    /// <returns>The receipt.</returns>
    public async Task<string> StopAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var flowing = session ?? throw new InvalidOperationException("No traffic flows.");
        scope.Observe("requests in flight are awaited");
        isFlowing = false;
        ending.Cancel();

        // A generator serves one order and ends with it; one that is lost before its totals are whole faults the session.
        lives.ExpectEnd(stage.GeneratorInstance ?? throw new InvalidOperationException("No generator runs yet."));
        var totals = await flowing.StopAsync(cancellationToken);
        live.Finish();
        scope.Append(new TrafficEnded
        {
            Scheduled = totals.Scheduled,
            Answered = totals.Answered,
            Unanswered = totals.Unanswered,
            Dropped = totals.Dropped,
            Connections = totals.Connections,
            UnfinishedJourneys = totals.UnfinishedJourneys,
            Spoken = totals.Spoken,
            SamplesSha256 = file.Complete(),
        });
        await upkeep;
        IsAccounted = true;
        return $"{totals.Scheduled} requests were scheduled: {totals.Answered} answered, {totals.Unanswered} unanswered, {totals.Dropped} dropped";
    }

    /// <summary>Gives the traffic up, when it was not stopped; when this is done, no sample comes any more.</summary>
    public async ValueTask DisposeAsync()
    {
        isFlowing = false;
        ending.Cancel();
        if (session is not null)
        {
            await session.DisposeAsync();
        }

        await upkeep;
        ending.Dispose();
    }

    /// <summary>Traffic ends when it is told to; when it ends in any other way, the run means nothing.</summary>
    private async Task WatchAsync(ITrafficSession flowing)
    {
        try
        {
            await flowing.Completion;
            if (isFlowing)
            {
                lives.Lose("The traffic ended although nobody stopped it.");
            }
        }
        catch (OperationCanceledException) when (!isFlowing)
        {
            // It was given up.
        }
        catch (EnvironmentException exception)
        {
            lives.Lose(exception.Message);
        }
#pragma warning disable CA1031 // Nothing else is foreseen: it came from whatever takes the samples, which is a defect of ours.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break("The traffic", exception);
        }
    }

    /// <returns>Null when the time has come; the life of the new tokens when the clients got some meanwhile.</returns>
    private async Task<TimeSpan?> WaitForRenewalAsync(TimeSpan after)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var early = Volatile.Read(ref renewedEarly).Task;
        var due = clock.WaitAsync(after, waiting.Token);
        if (await Task.WhenAny(due, early) == due)
        {
            await due;
            return null;
        }

        waiting.Cancel();
        return await early;
    }

    /// <summary>Renews tokens at half of their life, as a client would.</summary>
    private async Task RenewAsync(ITrafficSession flowing, TimeSpan? expiresIn)
    {
        try
        {
            while (expiresIn is { } life)
            {
                expiresIn = await WaitForRenewalAsync(life / 2 > SoonestRenewal ? life / 2 : SoonestRenewal);
                if (expiresIn is not null)
                {
                    continue;
                }

                (var headers, expiresIn) = await credentials.ObtainAsync(ending.Token);
                await flowing.RenewCredentialsAsync(headers, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The traffic ends, and with it the need for tokens.
        }
        catch (ControlException exception)
        {
            lives.Lose("The traffic's tokens could not be renewed: " + exception.Message);
        }
#pragma warning disable CA1031 // Nothing else is foreseen, so it is a defect; the run ends now rather than with stale tokens.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break("The renewal of the traffic's tokens", exception);
        }
    }
}
