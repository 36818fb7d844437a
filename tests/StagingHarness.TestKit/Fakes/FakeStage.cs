using System.Collections.Immutable;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Running;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Time;

namespace StagingHarness.TestKit.Fakes;

/// <summary>All that a run needs, faked, in virtual time. Set what shall go wrong, then run a plan once.</summary>
public sealed class FakeStage : IDisposable
{
    /// <summary>Virtual time of a run; a plan of the <see cref="Plans.PlanBuilder"/> takes less than a minute of it.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(30);

    private readonly CancellationTokenSource interruption = new();
    private readonly List<Action<JournalEvent>> observers = [];

    public FakeStage()
    {
        Engine = new FakeEngine(Loop.Time);
        Probe = new FakeProbe(Engine, Loop.Time);
        Traffic = new FakeTraffic(Engine, Gateway, Loop.Time);
    }

    public VirtualLoop Loop { get; } = new();

    public FakeEngine Engine { get; }

    public FakeProbe Probe { get; }

    public FakeGateway Gateway => GatewayMember.Gateway;

    public FakeProvider Provider => ProviderMember.Provider;

    public FakeGatewayMember GatewayMember { get; } = new();

    public FakeProviderMember ProviderMember { get; } = new();

    public FakePagerMember PagerMember { get; } = new();

    public FakeTraffic Traffic { get; }

    public FakeLinkMember LinkMember { get; } = new();

    /// <summary>From where the files of configurations are read.</summary>
    public string ScenarioRoot { get; set; } = Path.GetTempPath();

    /// <summary>Credential name to secret, of those that exist before the run.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Code that steps run, by its name.</summary>
    public Dictionary<string, Func<HookContext, CancellationToken, Task>> Hooks { get; } = new(StringComparer.Ordinal);

    /// <summary>Does something soon after the first event that fits: when the run waits for something the next time.</summary>
    public FakeStage When<TEvent>(Func<TEvent, bool> fits, Action action)
        where TEvent : JournalEvent => AtOnceWhen(fits, () => Loop.Post(_ => action(), null));

    /// <summary>Does something at the first event that fits, before the run goes on, as another thread might.</summary>
    public FakeStage AtOnceWhen<TEvent>(Func<TEvent, bool> fits, Action action)
        where TEvent : JournalEvent
    {
        var done = false;
        observers.Add(seen =>
        {
            if (!done && seen is TEvent typed && fits(typed))
            {
                done = true;
                action();
            }
        });
        return this;
    }

    /// <summary>Does something a while after the step of that number began.</summary>
    public FakeStage WhenStepRuns(string step, Action action, TimeSpan after = default) =>
        When<StepStarted>(started => started.Step == step, () => _ = DoLaterAsync(action, after));

    /// <summary>Somebody interrupts the run.</summary>
    public void Interrupt() => interruption.Cancel();

    /// <summary>Runs the plan to its end, in a folder that is gone afterwards.</summary>
    /// <exception cref="VirtualHangException">It hangs.</exception>
    public RunRecord Run(ScenarioPlan plan)
    {
        var folder = Directory.CreateTempSubdirectory("stage-run-");
        try
        {
            var runFolder = new RunFolder(folder.FullName);
            Run(plan, runFolder);
            return RunReader.Read(runFolder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs the plan to its end in this folder.</summary>
    public void Run(ScenarioPlan plan, RunFolder folder)
    {
        var seen = new List<JournalEvent>();
        Loop.Run(
            () => CreateRunner(plan).RunAsync(folder, journalEvent => Observe(seen, journalEvent), interruption.Token),
            AtMost,
            () => string.Join(Environment.NewLine, seen.TakeLast(10).Select(EventLine.Of)));
    }

    public void Dispose() => interruption.Dispose();

    private ScenarioRunner CreateRunner(ScenarioPlan plan)
    {
        var ports = new RunPorts
        {
            Engine = Engine,
            Gateway = GatewayMember,
            Provider = ProviderMember,
            Pager = PagerMember,
            Traffic = new FakeTrafficMember(Traffic),
            Link = LinkMember,
            Probe = Probe,
            Time = Loop.Time,
        };
        var options = new RunOptions
        {
            Identity = new RunIdentity { RunId = "run-1", ControlToken = "secret" },
            HarnessVersion = "0.0.0-test",
            ScenarioRoot = ScenarioRoot,
            Secrets = Secrets,
            Hooks = Hooks.ToImmutableDictionary(StringComparer.Ordinal),
            Preparation = new Progress(),
        };
        return new ScenarioRunner(plan, ports, options);
    }

    private void Observe(List<JournalEvent> seen, JournalEvent journalEvent)
    {
        seen.Add(journalEvent);
        observers.ForEach(observer => observer(journalEvent));
    }

    private async Task DoLaterAsync(Action action, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
        {
            await Task.Delay(after, Loop.Time, CancellationToken.None);
        }

        action();
    }

    private sealed class Progress : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
