using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Each phase begins once, and phases that are named anywhere do begin.</summary>
internal static class PhaseRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps.All)
        {
            // A gate's way back is taken instead of what comes after it, so both may begin the same phase.
            if (step is { Begins: { } phase, OnRefusal: false })
            {
                CheckBegins(context, step, phase, isNew: begun.Add(phase) || step.IsRepeated);
            }
        }

        // A step that could not be read may begin the phase that seems to be missing.
        if (!WrittenSteps.AreAllRead(context))
        {
            return;
        }

        var known = Phases.Of(steps);
        foreach (var phase in Named(context).Where(phase => !known.Contains(phase.Value)))
        {
            if (Phases.WellKnown.Contains(phase.Value))
            {
                context.Findings.Report(
                    FindingCode.PhaseNeverBegins,
                    phase.Span,
                    $"no step begins the phase '{phase.Value}'.",
                    $"add the step that does, or name one of {NearestName.List(known)}");
            }
            else
            {
                context.Findings.Report(
                    FindingCode.UnknownPhase,
                    phase.Span,
                    $"phase '{phase.Value}' is not known.",
                    NearestName.Find(phase.Value, [.. known]) is null
                        ? $"a step gives a phase its name ('begins: {phase.Value}'); so far there are {NearestName.List([.. known])}"
                        : NearestName.Hint(phase.Value, known));
            }
        }
    }

    private static void CheckBegins(ValidationContext context, WalkedStep step, string phase, bool isNew)
    {
        var at = step.GivenPhase?.Span ?? step.Body.Span;
        if (Phases.BuiltIn.Contains(phase))
        {
            context.Findings.Report(
                FindingCode.PhaseNameTaken,
                at,
                $"'{phase}' is the name of a built-in phase.",
                $"choose another name; taken are {NearestName.List(Phases.BuiltIn)}");
        }
        else if (!isNew)
        {
            context.Findings.Report(
                FindingCode.PhaseBeginsTwice,
                at,
                $"another step begins the phase '{phase}' already.",
                $"give this step a name of its own: '{(step.Body.Value is FaultStepDocument ? "name" : "begins")}: {phase}-again'");
        }
    }

    private static IEnumerable<Spanned<string>> Named(ValidationContext context)
    {
        var expected = context.Expectations.SelectMany(expectation => expectation.Value.NamedPhases());
        return context.Scenario.ProtectFrom is { } from ? [from, .. expected] : expected;
    }
}
