using StagingHarness.Analysis.Alerts;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Evaluates the alert rules while the traffic flows, at fixed moments of the incident's clock, and pages when one fires that is to page.
/// Answers and events may come from any thread.
/// </summary>
internal sealed class AlertWatch(ScenarioPlan plan, RunClock clock, OnCall onCall, LifeWatch lives, IEventSink events) : ISampleSink, IAsyncDisposable
{
    /// <summary>What came before a moment is known by then: the generator tells of answers in small batches.</summary>
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(50);

    private readonly AlertingPlan alerting = plan.Alerting;
    private readonly AlertBoard board = new(plan.Alerting.Rules, plan.Clock);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private Task watching = Task.CompletedTask;
    private long evaluations;
    private TimeSpan last;

    /// <summary>Begins; the traffic must flow. Without rules there is nothing to do.</summary>
    public void Start()
    {
        if (!alerting.Rules.IsEmpty)
        {
            last = clock.ElapsedAt(plan.Clock.Start);
            events.Append(new AlertWatchBegan { Every = clock.ToReal(alerting.Every), Origin = last });
            watching = WatchAsync();
        }
    }

    /// <summary>Ends it before the traffic does: silence that is wanted is no blindness.</summary>
    public async Task EndAsync()
    {
        ending.Cancel();
        await watching;
        if (!alerting.Rules.IsEmpty && last > TimeSpan.Zero)
        {
            events.Append(new AlertWatchEnded { Evaluations = evaluations, Until = last });
        }
    }

    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        await watching;
        ending.Dispose();
    }

    public void OnStamp(int stamp, ServerStamp server)
    {
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        lock (gate)
        {
            foreach (var sample in samples)
            {
                board.Take(sample);
            }
        }
    }

    /// <summary>Comes from whoever writes the journal, so that nothing may be written here.</summary>
    public void OnEvent(JournalEvent happened)
    {
        lock (gate)
        {
            board.Take(happened);
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                var moment = last + clock.ToReal(alerting.Every);
                await clock.WaitUntilAsync(moment + Arrival, ending.Token);
                Evaluate(moment);
                last = moment;
                evaluations++;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }
#pragma warning disable CA1031 // Nothing is foreseen here, so it is a defect; the run ends now rather than with rules that nobody evaluates.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break("The alert watch", exception);
        }
    }

    private void Evaluate(TimeSpan moment)
    {
        IEnumerable<AlertEvaluation> evaluated;
        lock (gate)
        {
            evaluated = board.Evaluate(moment);
        }

        foreach (var evaluation in evaluated.Where(evaluation => evaluation.HasChanged))
        {
            Tell(evaluation);
        }
    }

    private void Tell(AlertEvaluation evaluation)
    {
        var name = evaluation.Rule.Name;
        var reading = AlertWords.Reading(evaluation.Rule, evaluation.Reading);
        var pages = evaluation.Fires && alerting.PagedBy.Contains(name);
        events.Append(new AlertChanged
        {
            Rule = name,
            From = evaluation.From,
            To = evaluation.To,
            Evaluated = evaluation.At,
            Reading = reading,
            Samples = evaluation.Reading.Samples,
            Needed = evaluation.Reading.Needed,
            Pages = pages,
        });
        if (pages)
        {
            events.Append(new PageSent { Rule = name, Summary = $"alert '{name}' fires: {AlertWords.Rule(evaluation.Rule)}; it read {reading}" });
            onCall.Page();
        }
    }
}
