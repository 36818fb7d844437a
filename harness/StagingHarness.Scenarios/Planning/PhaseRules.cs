using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
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
            if (step.Begins is { } phase)
            {
                CheckBegins(context, step, phase, isNew: begun.Add(phase));
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
                    NearestName.Hint(phase.Value, known));
            }
        }
    }

    private static void CheckBegins(ValidationContext context, WalkedStep step, string phase, bool isNew)
    {
        var at = GivenName(step)?.Span ?? step.Body.Span;
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

    private static Spanned<string>? GivenName(WalkedStep step) => step.Body.Value switch
    {
        ActivateStepDocument activate => activate.Begins,
        RestartStepDocument restart => restart.Begins,
        FaultStepDocument fault => fault.Name,
        ProviderStepDocument provider => provider.Begins,
        _ => null,
    };

    private static IEnumerable<Spanned<string>> Named(ValidationContext context)
    {
        IEnumerable<Spanned<string>> expected = context.Expectations.SelectMany(expectation => expectation.Value switch
        {
            AnswersExpectationDocument answers => answers.Phase?.Value ?? [],
            HealthExpectationDocument health => health.Phase?.Value ?? [],
            PageExpectationDocument page => page.Phase?.Value ?? [],
            _ => [],
        });
        return context.Scenario.ProtectFrom is { } from ? [from, .. expected] : expected;
    }
}
