using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Checks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>Steps that ask the small stage for something.</summary>
public static class CheckPlans
{
    private static readonly StepStart Next = new StepStart.AfterPrevious();
    private static readonly SourcePlace Place = new("scenarios/small.scenario.yaml", 9, 1);

    public static WaitStepPlan Wait(CheckPlan check, double seconds = 10) => new()
    {
        Number = "",
        Sentence = "Wait",
        Start = Next,
        Takes = IncidentDuration.Zero,
        Deadline = TimeSpan.FromSeconds(seconds + 15),
        Place = Place,
        Check = check,
        AtMost = TimeSpan.FromSeconds(seconds),
    };

    public static ProbeStepPlan Probe(CheckPlan check) => new()
    {
        Number = "",
        Sentence = "Probe",
        Start = Next,
        Takes = IncidentDuration.Zero,
        Deadline = TimeSpan.FromSeconds(20),
        Place = Place,
        Check = check,
    };

    public static HookStepPlan Hook(string name, double seconds = 10) => new()
    {
        Number = "",
        Sentence = "Hook",
        Start = Next,
        Takes = IncidentDuration.Zero,
        Deadline = TimeSpan.FromSeconds(seconds + 15),
        Place = Place,
        Hook = name,
        AtMost = TimeSpan.FromSeconds(seconds),
    };

    /// <summary>The steps at the same time, as step 4 of the plan.</summary>
    public static ParallelStepPlan Together(params ImmutableArray<StepPlan> steps) => new()
    {
        Number = "",
        Sentence = "At the same time",
        Start = Next,
        Takes = new IncidentDuration(steps.Max(step => step.Takes.Minutes)),
        Deadline = steps.Max(step => step.Deadline) + TimeSpan.FromSeconds(15),
        Place = Place,
        Steps = [.. steps.Select((step, index) => step with { Number = $"4.{(char)('a' + index)}" })],
    };

    /// <summary>Of every server of the portal, unless an instance is named.</summary>
    public static HttpCheckPlan Http(string? instance = null, ImmutableArray<int>? statuses = null, string? body = null) => new()
    {
        Clause = "/ready answers",
        Timeout = TimeSpan.FromSeconds(5),
        Service = instance is null ? "portal" : null,
        Instance = instance,
        Path = "/ready",
        Statuses = statuses ?? [200],
        BodyPattern = body,
    };

    public static LogCheckPlan Log(string pattern, int atLeast = 1, CheckSince since = CheckSince.Step, string? instance = null) => new()
    {
        Clause = $"'{pattern}' is written",
        Timeout = TimeSpan.FromSeconds(5),
        Service = instance is null ? "portal" : null,
        Instance = instance,
        Pattern = pattern,
        AtLeast = atLeast,
        Since = since,
    };

    public static ProviderCheckPlan Provider(string? endpoint, int atLeast = 1, CheckSince since = CheckSince.Step) => new()
    {
        Clause = "the provider is called",
        Timeout = TimeSpan.FromSeconds(5),
        Endpoint = endpoint,
        AtLeast = atLeast,
        Since = since,
    };

    public static CommandCheckPlan Command(string instance, int exitCode = 0, string? output = null) => new()
    {
        Clause = "'is-ready' ends well",
        Timeout = TimeSpan.FromSeconds(5),
        Service = null,
        Instance = instance,
        Command = ["is-ready"],
        ExitCode = exitCode,
        OutputPattern = output,
    };
}
