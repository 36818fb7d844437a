using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Compares the steps as written with those that could be read.</summary>
internal static class WrittenSteps
{
    /// <summary>False when a finding hides a step, so that nothing can be said about what the steps do not do.</summary>
    public static bool AreAllRead(ValidationContext context)
    {
        var read = context.AllSteps.Sum(step => Read(step.Value));
        return context.Scenario.Steps is not null && read == Count(context.Root, "steps") + Count(context.Root, "on-page");
    }

    /// <summary>What each step does; of one that is made of others, they as well.</summary>
    public static IEnumerable<Spanned<StepBodyDocument>> Bodies(ValidationContext context) => context.AllSteps.SelectMany(step => Bodies(step.Value));

    /// <summary>The gates among the steps, and those of strategies.</summary>
    public static IEnumerable<GateStepDocument> Gates(ValidationContext context) =>
        Bodies(context).Select(body => body.Value switch
        {
            GateStepDocument gate => gate,
            RollingStepDocument rolling => rolling.Gate?.Value,
            CanaryStepDocument canary => canary.Gate?.Value,
            BlueGreenStepDocument blueGreen => blueGreen.Gate?.Value,
            _ => null,
        }).OfType<GateStepDocument>();

    private static IEnumerable<Spanned<StepBodyDocument>> Bodies(StepDocument step) => step.Body switch
    {
        null => [],
        { Value: EveryPrefixStepDocument { Of: { } of } } body => [body, .. Bodies(of.Value)],
        { Value: RepeatStepDocument { Steps: { } steps } } body => [body, .. steps.Value.SelectMany(inner => Bodies(inner.Value))],
        { Value: ParallelStepDocument parallel } body => [body, .. parallel.Steps.SelectMany(inner => Bodies(inner.Value))],
        var body => [body],
    };

    private static int Read(StepDocument step) => step.Body?.Value switch
    {
        null or EveryPrefixStepDocument { Of: not { Value.Body: not null } } => 0,
        RepeatStepDocument { Steps: { } steps } => 1 + steps.Value.Sum(inner => Read(inner.Value)),
        ParallelStepDocument parallel => 1 + parallel.Steps.Sum(inner => Read(inner.Value)),
        _ => 1,
    };

    private static int Count(MappingSyntax parent, string key) =>
        parent.Entry(key)?.Value switch
        {
            null => 0,
            SequenceSyntax list => list.Items.Sum(Count),
            _ => int.MaxValue / 4,
        };

    private static int Count(SyntaxNode step) => step switch
    {
        MappingSyntax mapping when mapping.Entry("repeat")?.Value is MappingSyntax repeat => 1 + Count(repeat, "steps"),
        MappingSyntax mapping when mapping.Entry("parallel") is not null => 1 + Count(mapping, "parallel"),
        _ => 1,
    };
}
