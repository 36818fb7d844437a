using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Checks;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Scenarios.Planning.Checks;

/// <summary>Makes plans of steps that ask the stage for something.</summary>
internal static class CheckPlanner
{
    public static WaitStepPlan Wait(WaitStepDocument document, WalkedStep step)
    {
        var check = Plan(document.Until.Given().Check.Given(), CheckSince.Step);
        var atMost = document.AtMost?.Value ?? Defaults.WaitAtMost;
        return new WaitStepPlan
        {
            Number = "",
            Sentence = CheckSentences.Wait(check, atMost),
            Start = StepPlanner.StartOf(step),
            Takes = step.Takes,
            Deadline = atMost + Defaults.Slack,
            Place = step.Body.Span.ToPlace(),
            Check = check,
            AtMost = atMost,
        };
    }

    public static ProbeStepPlan Probe(ProbeStepDocument document, WalkedStep step)
    {
        var check = Plan(document.Check.Given(), CheckSince.Run);
        return new ProbeStepPlan
        {
            Number = "",
            Sentence = CheckSentences.Probe(check),
            Start = StepPlanner.StartOf(step),
            Takes = step.Takes,
            Deadline = check.Timeout + Defaults.Slack,
            Place = step.Body.Span.ToPlace(),
            Check = check,
        };
    }

    private static CheckPlan Plan(CheckDocument document, CheckSince since)
    {
        CheckPlan plan = document switch
        {
            HttpCheckDocument http => new HttpCheckPlan
            {
                Clause = "",
                Timeout = Defaults.CheckTimeout,
                Service = http.Service?.Value,
                Instance = http.Instance?.Value,
                Path = http.Path.Given(),
                Statuses = http.Status is { } status ? [.. status.Value.Select(one => one.Value)] : [Defaults.CheckStatus],
                BodyPattern = http.Body?.Value,
            },
            LogCheckDocument log => new LogCheckPlan
            {
                Clause = "",
                Timeout = Defaults.CheckTimeout,
                Service = log.Service?.Value,
                Instance = log.Instance?.Value,
                Pattern = log.Pattern.Given(),
                AtLeast = Times(log.AtLeast),
                Since = log.Since?.Value ?? since,
            },
            ProviderCheckDocument provider => new ProviderCheckPlan
            {
                Clause = "",
                Timeout = Defaults.CheckTimeout,
                Endpoint = provider.Endpoint?.Value,
                AtLeast = Times(provider.AtLeast),
                Since = provider.Since?.Value ?? since,
            },
            CommandCheckDocument command => new CommandCheckPlan
            {
                Clause = "",
                Timeout = Defaults.CheckTimeout,
                Service = command.Service?.Value,
                Instance = command.Instance?.Value,
                Command = [.. command.Run.Given().Select(part => part.Value)],
                ExitCode = command.Exit?.Value ?? Defaults.CheckExitCode,
                OutputPattern = command.Output?.Value,
            },
            _ => throw new InvalidOperationException($"Check '{document.GetType().Name}' has no plan."),
        };
        return plan with { Clause = CheckSentences.Clause(plan) };
    }

    private static int Times(Spanned<Occurrence>? written) => written?.Value switch
    {
        null => Defaults.CheckTimes,
        Occurrence.Times times => times.Count,
        var other => throw new InvalidOperationException($"'{other}' is no number of times."),
    };
}
