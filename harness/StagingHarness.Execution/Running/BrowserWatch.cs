using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
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
    IEventSink events) : IAsyncDisposable
{
    /// <summary>Of what a page says, so much stands in the journal.</summary>
    public const int LongestSeen = 400;

    private readonly CancellationTokenSource ending = new();
    private Task watching = Task.CompletedTask;

    public void Start()
    {
        if (!journeys.IsEmpty)
        {
            watching = WatchAsync();
        }
    }

    /// <summary>Nobody comes any more; when this is done, no event of it comes either.</summary>
    public async Task EndAsync()
    {
        ending.Cancel();
        await watching;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ending.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            var found = launcher ?? throw new InvalidOperationException("Nobody looked for a browser.");
            await using var browser = await StartAsync(found);
            await Together.WhenAllAsync(journeys.Select(journey => RepeatAsync(browser, journey)));
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

    private async Task<IBrowser> StartAsync(IBrowserLauncher found)
    {
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        var browser = await found.LaunchAsync(
            new BrowserOrder { Gateway = gateway.Address, Routes = [.. gateway.Routes, .. stage.Provider?.Routes ?? []] }, ending.Token);
        events.Append(new BrowserStarted { Program = found.Find(), Version = browser.Version });
        return browser;
    }

    private async Task RepeatAsync(IBrowser browser, BrowserJourneyPlan journey)
    {
        var next = clock.Elapsed;
        for (var number = 1; ; number++)
        {
            await VisitAsync(browser, journey, number);

            // Those that a slow page has cost are not made up for: a burst of them would count for more than it tells.
            next = TimeSpan.FromTicks(Math.Max((next + journey.Every).Ticks, clock.Elapsed.Ticks));
            await clock.WaitUntilAsync(next, ending.Token);
        }
    }

    private async Task VisitAsync(IBrowser browser, BrowserJourneyPlan journey, int number)
    {
        var (headers, _) = await credentials.ObtainAsync(journey.Credentials, ending.Token);
        var began = clock.Elapsed;
        var visit = await browser.VisitAsync(new BrowserVisitOrder { Journey = journey, Headers = headers, Secrets = Filled(journey) }, ending.Token);
        events.Append(new BrowserJourneyEnded
        {
            Journey = journey.Name,
            Number = number,
            Began = began,
            Took = clock.Elapsed - began,
            WrongAt = visit.WrongAt is { } index ? journey.Steps[index].Words : null,
            Why = visit.Why,
            Status = visit.Status,
            Seen = visit.Seen.Length <= LongestSeen ? visit.Seen : visit.Seen[..LongestSeen],
            Picture = visit.Picture is { } picture ? Keep($"{journey.Name}.{number}.jpg", picture) : null,
        });
    }

    private ImmutableSortedDictionary<string, string> Filled(BrowserJourneyPlan journey) => journey.Steps.OfType<FillFieldPlan>()
        .Select(field => field.Credential)
        .OfType<string>()
        .Distinct()
        .ToImmutableSortedDictionary(name => name, name => secrets.Own[name], StringComparer.Ordinal);

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
