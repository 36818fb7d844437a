using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Puts steps together that run at the same time.</summary>
internal static class ParallelPlanner
{
    /// <param name="group">What the author wrote.</param>
    /// <param name="round">The round that it stands in; null outside of one.</param>
    /// <param name="steps">Its steps, in their order; the first one says when all of them begin.</param>
    public static ParallelStepPlan Plan(WalkedGroup group, WalkedRound? round, ImmutableArray<StepPlan> steps)
    {
        var sentence = steps.Length == 1 ? "Do one thing" : string.Create(CultureInfo.InvariantCulture, $"Do {steps.Length} things at the same time");
        return new ParallelStepPlan
        {
            Number = "",
            Sentence = round is null ? sentence : Sentences.InRound(round, sentence),
            Start = steps[0].Start,
            Takes = new IncidentDuration(steps.Max(step => step.Takes.Minutes)),

            // Each of them has its own bound; this one is for what comes on top.
            Deadline = steps.Max(step => step.Deadline) + Defaults.Slack,
            Place = group.Body.Span.ToPlace(),
            Steps = [.. steps.Select(step => step with { Start = new StepStart.AfterPrevious() })],
        };
    }

    /// <summary>The step with its number, and the numbers of what it is made of.</summary>
    public static StepPlan Numbered(StepPlan plan, string number) => plan is ParallelStepPlan parallel
        ? parallel with { Number = number, Steps = [.. parallel.Steps.Select((step, index) => step with { Number = $"{number}.{Letters(index)}" })] }
        : plan with { Number = number };

    /// <summary>a to z, then za, zb and so on, so that they also sort in their order.</summary>
    private static string Letters(int index) => index < 25 ? $"{(char)('a' + index)}" : $"z{Letters(index - 25)}";
}
