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
        var read = context.AllSteps.Count(step => step.Value.Body?.Value is { } body && body is not EveryPrefixStepDocument { Of: not { Value.Body: not null } });
        return context.Scenario.Steps is not null && read == Count(context, "steps") + Count(context, "on-page");
    }

    /// <summary>What each step does; of one that is made of another, both.</summary>
    public static IEnumerable<Spanned<StepBodyDocument>> Bodies(ValidationContext context) =>
        context.AllSteps.Select(step => step.Value.Body).OfType<Spanned<StepBodyDocument>>()
            .SelectMany(body => body.Value is EveryPrefixStepDocument { Of.Value.Body: { } inner } ? [body, inner] : new[] { body });

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

    private static int Count(ValidationContext context, string key) =>
        context.Root.Entry(key)?.Value switch
        {
            null => 0,
            SequenceSyntax list => list.Items.Length,
            _ => int.MaxValue / 2,
        };
}
