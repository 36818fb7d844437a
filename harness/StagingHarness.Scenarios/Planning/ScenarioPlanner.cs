using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Alerts;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Variables;
using StagingHarness.Scenarios.Planning.Checks;
using StagingHarness.Scenarios.Planning.Faults;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes the plan: every default decided, every step numbered, described and bounded.</summary>
internal static class ScenarioPlanner
{
    /// <summary>All rules that need a walk through the steps; what they find hides no other finding.</summary>
    public static WalkedSteps Walk(ValidationContext context)
    {
        var steps = StepWalk.Through(context);
        PhaseRules.Check(context, steps);
        MilestoneRules.Check(context, steps);
        GateRules.Check(context, steps);
        ServedRules.Check(context, steps);
        ClockRules.Check(context, steps);
        OpenFaultRules.Check(context, steps);
        ParallelRules.Check(context, steps);
        CheckedInstanceRules.Check(context, steps);
        AlertRules.Check(context);
        return steps;
    }

    /// <param name="scenario">A document without findings.</param>
    /// <param name="recording">What it replays; null when nothing.</param>
    /// <param name="file">The scenario file, relative to the root.</param>
    /// <param name="system">The plan of its system.</param>
    /// <param name="alerts">The alert rules of its system.</param>
    /// <param name="steps">Where its steps lead.</param>
    /// <param name="variables">With their values.</param>
    /// <param name="inputs">What was set from outside.</param>
    public static ScenarioPlan Plan(
        ScenarioDocument scenario,
        Recording? recording,
        string file,
        SystemPlan system,
        ImmutableArray<Named<AlertDocument>> alerts,
        WalkedSteps steps,
        ImmutableArray<VariableValue> variables,
        ScenarioInputs inputs)
    {
        var clock = ClockPlanner.Plan(scenario);
        var traffic = TrafficPlanner.Plan(scenario.Traffic.Given(), recording, clock);
        ImmutableArray<ServicePlacementPlan> stage = [.. scenario.Stage.Given().Select(placement => Placement(placement, system))];
        var surroundings = new StepSurroundings
        {
            Clock = clock,
            Stage = stage,
            Traffic = traffic,
            Deadlines = new Deadlines(system, traffic),
            System = system,
            HasProvider = system.Provider is not null,
        };
        var planner = new StepPlanner(scenario, steps, surroundings);
        return new ScenarioPlan
        {
            FormatVersion = PlanJson.FormatVersion,
            Name = scenario.Scenario.Given(),
            Title = scenario.Title.Given(),
            Intent = scenario.Intent.Given(),
            ProtectFrom = scenario.ProtectFrom?.Value,
            Tags = Texts(scenario.Tags),
            File = file,
            Overrides = inputs.Overrides,
            OverrideFiles = inputs.OverrideFiles,
            Variables = [.. variables.Select(variable => new VariablePlan(variable.Name, variable.Text ?? "", variable.IsGiven))],
            Candidate = Texts(scenario.Candidate),
            Seed = scenario.Seed?.Value ?? Defaults.Seed,
            Clock = surroundings.Clock,
            System = FullDisks.Bound(system, stage, ParallelStepPlan.Flat([.. planner.Steps(), .. planner.Runbook()])),
            Stage = surroundings.Stage,
            Traffic = surroundings.Traffic,
            Detection = Detection(scenario.Detection?.Value),
            Alerting = AlertPlanner.Plan(alerts, scenario.Alerts?.Value ?? [], scenario.Pager?.Value, surroundings.Clock),
            Steps = planner.Steps(),
            Runbook = planner.Runbook(),
            Closing = planner.Closing(),
            EndState = new EndStatePlan { WithoutPage = EndStates.Of(steps.WithoutPage), AfterRunbook = EndStates.Of(steps.AfterRunbook) },
            Expectations = ExpectationPlanner.Plan(scenario.Expect.Given()),
            Reported = scenario.Reported?.Value is { } reported ? Reported(reported) : null,
        };
    }

    private static ServicePlacementPlan Placement(Named<PlacementDocument> placement, SystemPlan system)
    {
        var document = placement.Value.Given();
        var service = system.Service(placement.Name.Value);
        return new ServicePlacementPlan
        {
            Service = placement.Name.Value,
            Instances = document.Instances.Given(),
            Version = new ServerVersion(
                document.Release.Given(),
                service.Platforms.Count > 0 ? document.Platform.Given() : ServerVersion.NoPlatform,
                service.Configurations.Count > 0 ? document.Configuration.Given() : null),
        };
    }

    private static DetectionPlan Detection(DetectionDocument? detection) => new()
    {
        Background = detection?.Background?.Value ?? Defaults.DetectionBackground,
        Threshold = detection?.Threshold?.Value ?? Defaults.DetectionThreshold,
    };

    private static ReportedPlan Reported(ReportedDocument reported) => new()
    {
        Source = reported.Source.Given(),
        Timeline =
        [
            .. (reported.Timeline?.Value ?? []).Select(moment => new ReportedMoment(moment.Value.At.Given(), moment.Value.What.Given())),
        ],
        Outage = reported.Outage?.Value,
        FailedRequests = reported.FailedRequests?.Value,
    };

    private static ImmutableArray<string> Texts(Spanned<ImmutableArray<Spanned<string>>>? texts) =>
        [.. (texts?.Value ?? []).Select(text => text.Value)];
}
