using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Facets;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>Makes plans of steps that break something, heal it, or change the provider.</summary>
internal sealed class FaultStepPlanner(ScenarioDocument scenario, StepSurroundings surroundings)
{
    private readonly FaultPlanner _faults = new(scenario);

    public FaultStepPlan Fault(FaultStepDocument document, WalkedStep step)
    {
        var fault = _faults.Plan(document);
        return new FaultStepPlan
        {
            Number = "",
            Sentence = FaultSentences.Fault(fault, step.Takes, document.StaysOpen),
            Start = StartOf(step),
            Takes = step.Takes,
            Deadline = surroundings.Deadlines.Fault(fault),
            Place = step.Body.Span.ToPlace(),
            Fault = fault,
            StaysOpen = document.StaysOpen,
            ProveWithin = Defaults.FaultShowsWithin,
        };
    }

    public HealStepPlan Heal(HealStepDocument document, WalkedStep step) => new()
    {
        Number = "",
        Sentence = FaultSentences.Heal(document.Fault.Given()),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = surroundings.Deadlines.Heal,
        Place = step.Body.Span.ToPlace(),
        Fault = document.Fault.Given(),
    };

    /// <summary>No scenario ends with something broken: what its steps leave open is healed before the end state is measured.</summary>
    public ImmutableArray<StepPlan> HealWhatStaysOpen(WalkedSteps steps) =>
        !MayStayOpen(steps)
            ? []
            :
            [
                new HealStepPlan
                {
                    Number = "",
                    Sentence = FaultSentences.HealAll,
                    Start = new StepStart.AfterPrevious(),
                    Takes = IncidentDuration.Zero,
                    Deadline = surroundings.Deadlines.Heal,
                    Place = null,
                    Fault = null,
                },
            ];

    /// <summary>A page leaves the steps anywhere, and so does a gate that refuses; without either they run to their end, and it can be told.</summary>
    private static bool MayStayOpen(WalkedSteps steps)
    {
        var mayBreakOff = !steps.Runbook.IsEmpty
            || steps.All.Any(step => step.Body.Value is GateStepDocument { Otherwise: not { Value: GateOtherwise.Continue } });
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps.All)
        {
            if (step.Body.Value is FaultStepDocument { StaysOpen: true } fault)
            {
                open.Add(fault.ItsName);
            }
            else if (step.Body.Value is HealStepDocument heal && !mayBreakOff)
            {
                open.Remove(heal.Fault.Given());
            }
        }

        return open.Count > 0;
    }

    public ProviderStepPlan Provider(ProviderStepDocument document, WalkedStep step)
    {
        var contract = document.Contract?.Value;
        var settings = SettingsOf(contract, document.Facets?.Value);
        var plan = new ProviderStepPlan
        {
            Number = "",
            Sentence = "",
            Start = StartOf(step),
            Takes = step.Takes,
            Deadline = Deadlines.Provider,
            Place = step.Body.Span.ToPlace(),
            Contract = contract,
            Settings = settings,
            ClockOffset = document.Clock?.Value,
            KeyRotation = RotationOf(document.RotateKeys?.Value),
            TokenLifetime = document.TokenLifetime?.Value,
            RenewTokens = document.RenewTokens?.Value ?? Defaults.ProviderRenewsTokens(settings?.Certificate),
            Begins = document.Begins?.Value,
        };
        return plan with { Sentence = FaultSentences.Provider(plan) };
    }

    /// <summary>The contract's facets, and over them those of the step.</summary>
    private FacetSettings? SettingsOf(string? contract, FacetsDocument? facets)
    {
        var agreed = contract is null ? null : surroundings.System.Provider!.Contracts![contract];
        var own = facets is null ? null : FacetPlanner.Plan(facets);
        return agreed is null || own is null ? agreed ?? own : FacetPlanner.Lay(agreed, own);
    }

    private static KeyRotation? RotationOf(RotateKeysDocument? rotation) => rotation switch
    {
        null => null,
        { KeepOld.Value: true } => KeyRotation.OldKept,
        _ => KeyRotation.OldWithdrawn,
    };

    private static StepStart StartOf(WalkedStep step) =>
        step.At is { } at ? new StepStart.AtTime(at.Value) : new StepStart.AfterPrevious();
}
