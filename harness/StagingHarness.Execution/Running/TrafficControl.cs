using StagingHarness.Analysis.Generators;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.History.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Running;

/// <summary>Starts, keeps alive and stops the traffic: obtains credentials, renews them, accounts for every request.</summary>
internal sealed class TrafficControl(ScenarioPlan plan, Stage stage, RunClock clock, CredentialHeaders credentials, RunSecrets secrets, LiveTraffic live, SampleFileWriter file, LifeWatch lives, IEventSink events)
    : IAsyncDisposable
{
    /// <summary>Of each generator, before its schedule begins.</summary>
    internal const int WarmUpRequests = 128;

    /// <summary>A provider that gives out tokens without life must not be asked all the time.</summary>
    private static readonly TimeSpan SoonestRenewal = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two tries, when the provider gives no token.</summary>
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource ending = new();
    private TaskCompletionSource<TimeSpan> renewedEarly = new();
    private ITrafficSession? session;
    private Task upkeep = Task.CompletedTask;
    private volatile bool isFlowing;
    private int failedRenewals;
    private TimeSpan? goodUntil;

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
        goodUntil = clock.Elapsed + expiresIn;
        scope.Observe("the generator warms up");
        session = await generator.StartAsync(
            new TrafficOrder
            {
                Plan = plan.Traffic,
                Seed = plan.Seed,
                Target = gateway.Address,
                Routes = [.. gateway.Routes, .. stage.Provider?.Routes ?? []],
                TrustedRoots = secrets.Certificates?.Roots ?? [],
                CredentialHeaders = headers,
                Passwords = secrets.Users,
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
            Generators = plan.Traffic.Generators,
            WarmUpRequests = WarmUpRequests * (plan.Traffic.Generators ?? 1),
            RequestsPerConnection = plan.Traffic.RequestsPerConnection,
            SelfCheck = session.Lateness,
        });
        upkeep = Task.WhenAll(WatchAsync(session), RenewAsync(session, expiresIn));
        return $"{plan.Traffic.WhenInWords()} flow{(plan.Traffic.IsPlain ? "" : $" by {plan.Traffic.SpokenInWords()}")}, {(plan.Traffic.Generators is { } generators ? $"{generators} generators" : "generator")} {session.Flavour}, which {session.SelfCheck}{(GeneratorWords.WarningOf(session.Lateness) is { } warning ? $"; {warning}" : "")}";
    }

    /// <summary>The clients get new tokens before theirs are half-way through their lives; where they get none, they go on with theirs, and ask again.</summary>
    /// <returns>The receipt.</returns>
    public async Task<string> RenewNowAsync(CancellationToken cancellationToken)
    {
        var flowing = session ?? throw new InvalidOperationException("No traffic flows.");
        var (next, why) = await TryRenewAsync(flowing, cancellationToken);
        if (next is not { } wait)
        {
            return "the clients carry no token that could be renewed";
        }

        Interlocked.Exchange(ref renewedEarly, new TaskCompletionSource<TimeSpan>()).TrySetResult(wait);
        return why is null ? "the clients carry new tokens" : $"the clients asked for new tokens and go on with theirs, since they got none: {why}";
    }

    /// <returns>The receipt.</returns>
    public async Task<string> StopAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var flowing = session ?? throw new InvalidOperationException("No traffic flows.");
        scope.Observe("requests in flight are awaited");
        isFlowing = false;
        ending.Cancel();

        // A generator serves one order and ends with it; one that is lost before its totals are whole faults the session.
        foreach (var instance in stage.GeneratorInstances)
        {
            lives.ExpectEnd(instance);
        }

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

    /// <returns>Null when the time has come; how long to wait from now on when the clients have asked meanwhile.</returns>
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

    /// <summary>Renews tokens at half of their life, as a client would, and as it would asks again when it gets none.</summary>
    private async Task RenewAsync(ITrafficSession flowing, TimeSpan? expiresIn)
    {
        try
        {
            var wait = expiresIn is { } life ? HalfOf(life) : (TimeSpan?)null;
            while (wait is { } after)
            {
                wait = await WaitForRenewalAsync(after) ?? (await TryRenewAsync(flowing, ending.Token)).Next;
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

    /// <returns>After how long to do it again, null when nothing expires; and why it failed, null when it did not.</returns>
    /// <exception cref="ControlException">The generator did not take them.</exception>
    private async Task<(TimeSpan? Next, string? Why)> TryRenewAsync(ITrafficSession flowing, CancellationToken cancellationToken)
    {
        try
        {
            var (headers, expiresIn) = await credentials.ObtainAsync(cancellationToken);
            if (expiresIn is not { } life)
            {
                return (null, null);
            }

            await flowing.RenewCredentialsAsync(headers, cancellationToken);
            goodUntil = clock.Elapsed + life;
            if (Interlocked.Exchange(ref failedRenewals, 0) is > 0 and var failed)
            {
                events.Append(new RenewalResumed { Failed = failed });
            }

            return (HalfOf(life), null);
        }
        catch (NoTokenException exception)
        {
            Interlocked.Increment(ref failedRenewals);
            events.Append(new RenewalFailed { Credential = exception.Credential, Why = exception.Message, GoodFor = goodUntil - clock.Elapsed });
            return (NextTry, exception.Message);
        }
    }

    private static TimeSpan HalfOf(TimeSpan life) => life / 2 > SoonestRenewal ? life / 2 : SoonestRenewal;
}
