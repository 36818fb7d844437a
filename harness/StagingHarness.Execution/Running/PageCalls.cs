using System.Collections.Immutable;
using System.Threading.Channels;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Calls the service that pages people, in each form that the plan names, as the run's events ask for it: triggered with a page, acknowledged with its
/// acknowledgement, resolved when the rule that paged is quiet again. The detection resolves nothing: it tells how trouble begins.
/// </summary>
internal sealed class PageCalls(ScenarioPlan plan, string runId, Stage stage, RunClock clock, LifeWatch lives, IEventSink events) : IAsyncDisposable
{
    /// <summary>A page that is lost wakes nobody, so that a call is repeated as senders of both forms do.</summary>
    private const int MostAttempts = 3;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(200);

    private readonly Channel<PageCall> waiting = Channel.CreateUnbounded<PageCall>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<string, DateTimeOffset> open = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task calling = Task.CompletedTask;

    private ImmutableArray<PageForm> Forms => plan.Alerting.Calls;

    /// <summary>Begins; the pager must stand. Without a form there is nothing to do.</summary>
    public void Start()
    {
        if (!Forms.IsEmpty)
        {
            calling = CallAllAsync();
        }
    }

    /// <summary>Comes from whoever writes the journal, so that nothing may be written here.</summary>
    public void OnEvent(JournalEvent happened)
    {
        if (Forms.IsEmpty)
        {
            return;
        }

        lock (gate)
        {
            foreach (var call in CallsFor(happened))
            {
                waiting.Writer.TryWrite(call);
            }
        }
    }

    /// <summary>Waits for the last call, and asks the pager what it has got.</summary>
    /// <exception cref="ControlException">It does not answer.</exception>
    public async Task CloseAsync(StepScope scope, CancellationToken cancellationToken)
    {
        if (Forms.IsEmpty || stage.Pager is not { } pager)
        {
            return;
        }

        waiting.Writer.TryComplete();
        await calling.WaitAsync(cancellationToken);
        var readings = await pager.ReadAsync(cancellationToken);
        scope.Append(new PagerRead
        {
            Received = readings.Received,
            Total = readings.Total,
            Unmatched = readings.Unmatched,
            StubErrors = readings.StubErrors,
        });
    }

    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        await calling;
        ending.Dispose();
    }

    private List<PageCall> CallsFor(JournalEvent happened)
    {
        switch (happened)
        {
            case PageSent sent:
                var about = sent.Rule ?? Scenarios.Plans.Alerts.AlertingPlan.Detection;
                open[about] = clock.Time.GetUtcNow();
                return [Call(PageAction.Trigger, about, sent.Summary)];
            case PageAcknowledged acknowledged:
                return [.. open.Keys.Order(StringComparer.Ordinal).Select(matter => Call(PageAction.Acknowledge, matter, $"acknowledged by {acknowledged.By}"))];
            case AlertChanged { From: AlertState.Firing, To: AlertState.Quiet } quiet when open.ContainsKey(quiet.Rule):
                var resolved = Call(PageAction.Resolve, quiet.Rule, $"alert '{quiet.Rule}' is quiet again: it read {quiet.Reading}");
                open.Remove(quiet.Rule);
                return [resolved];
            default:
                return [];
        }
    }

    private PageCall Call(PageAction action, string about, string summary) => new()
    {
        Action = action,
        About = about,
        Summary = summary,
        Source = plan.Name,
        Service = plan.Traffic.Service,
        RunId = runId,
        Since = open[about],
        At = clock.Time.GetUtcNow(),
    };

    private async Task CallAllAsync()
    {
        try
        {
            // Not ReadAllAsync, which goes on wherever it likes: here everything goes on where the run does.
            while (await waiting.Reader.WaitToReadAsync(ending.Token))
            {
                while (waiting.Reader.TryRead(out var call))
                {
                    await CallInEachFormAsync(call);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }
#pragma warning disable CA1031 // Nothing else is foreseen here, so it is a defect; the run ends now rather than with pages that nobody sends.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break("The calls to the pager", exception);
        }
    }

    private async Task CallInEachFormAsync(PageCall call)
    {
        foreach (var form in Forms.Where(form => form != PageForm.Alertmanager || call.Action != PageAction.Acknowledge))
        {
            await CallAsync(form, call);
        }
    }

    private async Task CallAsync(PageForm form, PageCall call)
    {
        var pager = stage.Pager ?? throw new InvalidOperationException("No pager runs yet.");
        PageAnswer? answer = null;
        string? problem = null;
        var attempts = 0;
        do
        {
            if (attempts > 0)
            {
                await clock.WaitAsync(BetweenAttempts, ending.Token);
            }

            attempts++;
            answer = null;
            try
            {
                answer = await pager.CallAsync(form, call, ending.Token);
                problem = answer.Problem;
            }
            catch (ControlException exception)
            {
                problem = exception.Message;
            }
        }
        while (problem is not null && MayBeRepeated(answer) && attempts < MostAttempts);
        events.Append(new PageCalled
        {
            Form = form,
            Action = call.Action,
            About = call.About,
            Key = answer?.Key,
            Attempts = attempts,
            Status = answer?.Status,
            Problem = problem,
        });
    }

    /// <summary>What is refused once is refused again; what is too much now, or broken, may not be.</summary>
    private static bool MayBeRepeated(PageAnswer? answer) => answer is null or { Status: 429 or >= 500 };
}
