using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.History.Redaction;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.Execution.Running;

/// <summary>Customers who come with a browser, again and again while the traffic flows. Those under way at its end are left there, and count for nothing.</summary>
internal sealed class BrowserWatch(
    ImmutableArray<BrowserJourneyPlan> journeys,
    IBrowserLauncher? launcher,
    Stage stage,
    CredentialHeaders credentials,
    RunSecrets secrets,
    RunClock clock,
    LifeWatch lives,
    RunFolder folder,
    Redactor redactor,
    IEventSink events) : IAsyncDisposable
{
    /// <summary>Of what a page says, so much stands in the journal.</summary>
    public const int LongestSeen = 400;

    private readonly CancellationTokenSource ending = new();
    private IBrowser? browser;
    private Task watching = Task.CompletedTask;

    /// <summary>Starts the browser, which takes as long as many requests: nothing is measured meanwhile. Trouble with it ends the run.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (journeys.IsEmpty)
        {
            return;
        }

        var found = launcher ?? throw new InvalidOperationException("Nobody looked for a browser.");
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        try
        {
            var order = new BrowserOrder
            {
                Gateway = gateway.Address,
                GatewayKeyHash = secrets.Certificates?.Gateway?.KeyHash,
                Routes = [.. gateway.Routes, .. stage.Provider?.Routes ?? []],
            };
            browser = await found.LaunchAsync(order, cancellationToken);
            events.Append(new BrowserStarted { Program = found.Find(), Version = browser.Version });
        }
        catch (EnvironmentException exception)
        {
            lives.Lose(exception.Message);
        }
    }

    public void Start()
    {
        if (browser is { } prepared)
        {
            watching = WatchAsync(prepared);
        }
    }

    /// <summary>Nobody comes any more, and the browser is closed; when this is done, no event of it comes either.</summary>
    public async Task EndAsync()
    {
        ending.Cancel();
        await watching;
        if (Interlocked.Exchange(ref browser, null) is { } open)
        {
            await open.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ending.Dispose();
    }

    private async Task WatchAsync(IBrowser prepared)
    {
        try
        {
            await Together.WhenAllAsync(journeys.Select(journey => RepeatAsync(prepared, journey)));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }
        catch (EnvironmentException exception)
        {
            lives.Lose(exception.Message);
        }
#pragma warning disable CA1031 // What is foreseen is handled above: whatever this is, it is a defect, and ends the run now rather than later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break("The browser's journeys", exception);
        }
    }

    private async Task RepeatAsync(IBrowser prepared, BrowserJourneyPlan journey)
    {
        var next = clock.Elapsed;
        var headers = (await credentials.ObtainAsync(journey.Credentials, ending.Token)).Headers;
        var failed = 0;
        for (var number = 1; ; number++)
        {
            if (number > 1)
            {
                (headers, failed) = await RenewAsync(journey, headers, failed);
            }

            await VisitAsync(prepared, journey, number, headers);

            // Those that a slow page has cost are not made up for: a burst of them would count for more than it tells.
            next = TimeSpan.FromTicks(Math.Max((next + journey.Every).Ticks, clock.Elapsed.Ticks));
            await clock.WaitUntilAsync(next, ending.Token);
        }
    }

    /// <summary>Each customer comes with a new token where the provider gives one, and else with that of the one before.</summary>
    /// <returns>What requests carry, and how often in a row it could not be renewed.</returns>
    private async Task<(ImmutableSortedDictionary<string, string> Headers, int Failed)> RenewAsync(
        BrowserJourneyPlan journey, ImmutableSortedDictionary<string, string> headers, int failed)
    {
        try
        {
            var renewed = (await credentials.ObtainAsync(journey.Credentials, ending.Token)).Headers;
            if (failed > 0)
            {
                events.Append(new RenewalResumed { Failed = failed });
            }

            return (renewed, 0);
        }
        catch (NoTokenException exception)
        {
            events.Append(new RenewalFailed { Credential = exception.Credential, Why = exception.Message });
            return (headers, failed + 1);
        }
    }

    private async Task VisitAsync(IBrowser prepared, BrowserJourneyPlan journey, int number, ImmutableSortedDictionary<string, string> headers)
    {
        var began = clock.Elapsed;
        var order = new BrowserVisitOrder
        {
            Journey = journey,
            Headers = headers,
            Secrets = Filled(journey, field => field.Credential, secrets.Own),
            Passwords = Filled(journey, field => field.User, secrets.Users),
        };
        var visit = await prepared.VisitAsync(order, ending.Token);
        events.Append(new BrowserJourneyEnded
        {
            Journey = journey.Name,
            Number = number,
            Began = began + visit.Ready,
            Took = visit.Took,
            WrongAt = visit.WrongAt is { } index ? journey.Steps[index].InWords() : null,
            Why = visit.Why,
            Status = visit.Status,
            Seen = Begin(redactor.Of(visit.Seen)),
            Picture = visit.Picture is { } picture ? Keep($"{journey.Name}.{number}.jpg", picture) : null,
        });
    }

    /// <summary>Cut when secrets are out: half of one would not be known as such.</summary>
    private static string Begin(string seen) => seen.Length <= LongestSeen ? seen : seen[..LongestSeen];

    private static ImmutableSortedDictionary<string, string> Filled(
        BrowserJourneyPlan journey, Func<FillFieldPlan, string?> name, ImmutableSortedDictionary<string, string> values) => journey.Steps.OfType<FillFieldPlan>()
        .Select(name)
        .OfType<string>()
        .Distinct()
        .ToImmutableSortedDictionary(one => one, one => values[one], StringComparer.Ordinal);

    /// <returns>Its path in the run folder.</returns>
    private string Keep(string name, ReadOnlyMemory<byte> picture)
    {
        try
        {
            Directory.CreateDirectory(folder.Browser);
            using var file = new FileStream(Path.Combine(folder.Browser, name), FileMode.CreateNew);
            file.Write(picture.Span);
            return Path.GetRelativePath(folder.Path, file.Name).Replace('\\', '/');
        }
        catch (IOException exception)
        {
            throw new RecordNotWrittenException(exception);
        }
    }
}
