using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.TestKit.Records;

/// <summary>Writes the record of a run by hand, as the runner would have written it. Times are milliseconds since the epoch.</summary>
public sealed class RunScript
{
    private readonly ScenarioPlan plan;
    private readonly List<JournalEvent> events = [];

    public RunScript(ScenarioPlan plan)
    {
        this.plan = plan;
        Add(0, null, new RunStarted
        {
            FormatVersion = JournalFormat.Version,
            RunId = "20260513-135500-test-0001",
            StartedAt = new DateTimeOffset(2026, 5, 13, 13, 53, 0, TimeSpan.Zero),
            HarnessVersion = "0.1.0",
            Engine = "process",
            EngineReason = "no Docker endpoint answers, so servers are child processes on loopback",
            Host = "Linux, X64, .NET 10",
            Plan = plan,
        });
    }

    public IEnumerable<string> Servers => plan.Stage.SelectMany(service => service.InstanceNames());

    public StepPlan Step(string number) => plan.AllSteps().Single(step => step.Number == number);

    public void Add(int at, string? step, JournalEvent happened) =>
        events.Add(happened with { At = TimeSpan.FromMilliseconds(at), Step = step });

    public void Begin(string step, int at) => Add(at, step, new StepStarted { Sentence = Step(step).Sentence });

    public void Complete(string step, int at, string receipt)
    {
        var began = events.OfType<StepStarted>().Single(started => started.Step == step).At;
        var scripted = plan.Clock.ToReal(Step(step).Takes);
        var took = TimeSpan.FromMilliseconds(at) - began;
        Add(at, step, new StepCompleted
        {
            Receipt = receipt,
            Took = took,
            Scripted = scripted,
            Overrun = scripted > TimeSpan.Zero && took > scripted ? took - scripted : TimeSpan.Zero,
        });
    }

    public void Skip(string step, int at, StepSkipKind kind, string reason) => Add(at, step, new StepSkipped { Kind = kind, Reason = reason });

    public void Place(string step, int at, ServerVersion version)
    {
        foreach (var server in Servers)
        {
            Add(at, step, new VersionPlaced { Instance = server, Version = version, Digests = ImmutableSortedDictionary<string, string>.Empty });
        }
    }

    public void Start(string step, int at, ServerVersion version, int generation)
    {
        foreach (var server in Servers)
        {
            Add(at, step, new InstanceStarted
            {
                Instance = server,
                Service = "portal",
                Version = version,
                Generation = generation,
                Identity = $"pid {4000 + (generation * 10)}",
                Address = "http://127.0.0.1:5000",
                ReadyAfter = TimeSpan.FromMilliseconds(400),
                Log = $"logs/{server}.{generation}.log",
            });
        }
    }

    public void Attest(string step, int at, ServerVersion version, int generation)
    {
        var library = version.Platform == "1" ? "7.7.3.0" : "8.23.0.0";
        foreach (var server in Servers)
        {
            Add(at, step, new InstanceAttested
            {
                Instance = server,
                Generation = generation,
                Version = version,
                Libraries = ImmutableSortedDictionary<string, string>.Empty.Add("Microsoft.IdentityModel.Tokens", library),
            });
        }
    }

    public void Stop(string step, int at, int generation)
    {
        foreach (var server in Servers)
        {
            Add(at, step, new InstanceStopped { Instance = server, Generation = generation, ExitCode = 0, Killed = false });
        }
    }

    public void Route(string step, int at, ServerVersion? version) => Add(at, step, new RoutesChanged
    {
        Targets = version is null ? [] : [.. Servers.Select(server => new ServerStamp(server, version.Release, version.Platform))],
    });

    public void See(int at, int firstStamp, ServerVersion version)
    {
        foreach (var server in Servers)
        {
            Add(at, null, new StampSeen { Stamp = firstStamp++, Server = new ServerStamp(server, version.Release, version.Platform) });
        }
    }

    /// <summary>Every server answers its health check every quarter of a second.</summary>
    public void Health(int from, int until)
    {
        for (var at = from; at < until; at += 250)
        {
            foreach (var server in Servers)
            {
                Add(at, null, new HealthObserved { Instance = server, Status = 200, Latency = TimeSpan.FromMilliseconds(1) });
            }
        }
    }

    /// <summary>The end of the traffic agrees with the samples.</summary>
    public void StopTraffic(int at, ImmutableArray<Sample> samples)
    {
        Begin("C2", at);
        Add(at + 100, "C2", new TrafficEnded
        {
            Scheduled = samples.Length,
            Answered = samples.Count(sample => sample.Failure == Failure.None),
            Unanswered = samples.Count(sample => sample.Failure != Failure.None),
            Dropped = 0,
            SamplesSha256 = SampleSeries.Sha256(samples),
        });
        Add(at + 110, "C2", new ProviderRead
        {
            Calls = ImmutableSortedDictionary<string, long>.Empty.Add("token", 1).Add("jwks", 8).Add("discovery", 8),
            Unmatched = [],
            UnmatchedCount = 0,
            StubErrors = [],
        });
        Complete("C2", at + 120, $"{samples.Length} requests were scheduled");
        Add(at + 600, null, new RunEnded { Ending = RunEnding.Completed, Cause = null, LeftBehind = [] });
    }

    public RunRecord Record(ImmutableArray<Sample> samples, ImmutableArray<InstanceLog> logs) => RecordChanges.Numbered(new RunRecord
    {
        Start = (RunStarted)events[0],
        Events = [.. events.OrderBy(happened => happened.At)],
        JournalDamage = null,
        Samples = samples,
        SamplesSha256 = SampleSeries.Sha256(samples),
        Logs = logs,
    });
}
