using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>Hand-made plans around the incident: the replay, and a gate that protects.</summary>
public static class IncidentPlans
{
    public const string ScenarioFile = "scenarios/incident/2023-05-13.scenario.yaml";

    public static ServerVersion Old { get; } = new("1.0", "1");

    /// <summary>Release 2.0 on the platform that lacks what it needs.</summary>
    public static ServerVersion Incompatible { get; } = new("2.0", "1");

    public static ServerVersion Compatible { get; } = new("2.0", "2");

    /// <summary>The replay of the incident: it passes when the outage appears.</summary>
    public static ScenarioPlan Replay() => new()
    {
        FormatVersion = PlanJson.FormatVersion,
        Name = "incident-2023-05-13",
        Title = "All servers upgraded at once, without a rehearsal",
        Intent = Intent.Reproduce,
        ProtectFrom = null,
        Tags = ["incident"],
        File = ScenarioFile,
        Overrides = [],
        OverrideFiles = [],
        Variables = [],
        Candidate = [],
        Seed = 20230513,
        Clock = new ClockPlan { Start = At(13, 53), Minute = TimeSpan.FromSeconds(1) },
        System = SystemPlans.ClientPortal(),
        Stage = [new ServicePlacementPlan { Service = "portal", Instances = 4, Version = Old }],
        Traffic = SystemPlans.Traffic(),
        Detection = new DetectionPlan { Background = new Share(0.001), Threshold = 2e7 },
        Steps = StepPlans.Steps(Incompatible),
        Runbook = StepPlans.Runbook(Old),
        Closing = StepPlans.Closing(),
        EndState = EndState(Incompatible, Old),
        Expectations = ReplayExpectations(),
        Reported = Reported(),
    };

    /// <summary>The gate that was missing: it passes only when the candidate is safe.</summary>
    public static ScenarioPlan Gate(ServerVersion candidate) => Replay() with
    {
        Name = "gate",
        Title = "An upgrade goes through staging before production",
        Intent = Intent.Protect,
        File = "scenarios/upgrades/gate.scenario.yaml",
        Overrides = [$"upgrade.to.release={candidate.Release}", $"upgrade.to.platform={candidate.Platform}"],
        Candidate = ["upgrade.to.release", "upgrade.to.platform"],
        Steps = StepPlans.Steps(candidate),
        EndState = EndState(candidate, Old),
        Expectations =
        [
            Answers("E1", "Nothing is answered wrongly", ["baseline", "staging", "upgrade", "upgraded"], right: false, share: None, samples: 500),
            new PageExpectationPlan
            {
                Number = "E2", Name = "Nobody is paged", Place = Place(31), Phases = [], Expected = false, Within = null, MinimumSamples = 500,
            },
        ],
        Reported = null,
    };

    public static SourcePlace Place(int line) => new(ScenarioFile, line, 5);

    public static IncidentTime At(int hour, int minute) => new((hour * 60) + minute);

    private static ShareBounds All { get; } = new(Share.All, Share.All);

    private static ShareBounds None { get; } = new(Share.None, Share.None);

    private static ImmutableSortedDictionary<string, ServerVersion> Everywhere(ServerVersion version) =>
        Enumerable.Range(1, 4).ToImmutableSortedDictionary(number => $"portal-{number}", _ => version, StringComparer.Ordinal);

    private static EndStatePlan EndState(ServerVersion withoutPage, ServerVersion afterRunbook) => new()
    {
        WithoutPage = Everywhere(withoutPage),
        AfterRunbook = Everywhere(afterRunbook),
    };

    private static ImmutableArray<ExpectationPlan> ReplayExpectations() =>
    [
        new AnswersExpectationPlan
        {
            Number = "E1",
            Name = "Every business request is answered 500 by the app itself",
            Place = Place(41),
            Phases = ["upgraded"],
            Answers = new AnswerCondition { Status = [500], By = Answerer.App },
            Quantifier = new ShareQuantifier(All),
            Samples = new SampleMinimum(200, 25),
        },
        new HealthExpectationPlan
        {
            Number = "E2",
            Name = "Health stays green",
            Place = Place(47),
            Phases = ["upgraded"],
            Status = 200,
            Quantifier = new ShareQuantifier(All),
            Samples = new SampleMinimum(20, 5),
        },
        Answers("E3", "No wrong answer by the app around it", ["baseline", "staging", "upgrade", "recovered"], right: false, None, 300)
            with { Answers = new AnswerCondition { Right = false, By = Answerer.App } },
        Answers("E4", "Everything is right after recovery", ["recovered"], right: true, All, 100),
        new PageExpectationPlan
        {
            Number = "E5",
            Name = "The on-call team is paged",
            Place = Place(60),
            Phases = [],
            Expected = true,
            Within = TimeSpan.FromSeconds(2),
            MinimumSamples = 100,
        },
        new OrderExpectationPlan
        {
            Number = "E6",
            Name = "The incident runs its course",
            Place = Place(63),
            Milestones =
            [
                Milestone.Activated, Milestone.OutageStarted, Milestone.Paged, Milestone.Acknowledged, Milestone.RollbackStarted,
                Milestone.RolledBack, Milestone.RestartStarted, Milestone.TrafficRestored,
            ],
        },
    ];

    private static AnswersExpectationPlan Answers(
        string number, string name, ImmutableArray<string> phases, bool right, ShareBounds share, int samples)
    {
        return new AnswersExpectationPlan
        {
            Number = number,
            Name = name,
            Place = Place(52),
            Phases = phases,
            Answers = new AnswerCondition { Right = right },
            Quantifier = new ShareQuantifier(share),
            Samples = new SampleMinimum(samples, 0),
        };
    }

    private static ReportedPlan Reported() => new()
    {
        Source = "Server Outage Incident report, 13 May 2023",
        Timeline =
        [
            new ReportedMoment(At(13, 55), Milestone.UpgradeStarted),
            new ReportedMoment(At(14, 0), Milestone.OutageStarted),
            new ReportedMoment(At(14, 0), Milestone.Paged),
            new ReportedMoment(At(14, 5), Milestone.Acknowledged),
            new ReportedMoment(At(14, 6), Milestone.RollbackStarted),
            new ReportedMoment(At(14, 8), Milestone.RolledBack),
            new ReportedMoment(At(14, 8), Milestone.RestartStarted),
            new ReportedMoment(At(14, 10), Milestone.TrafficRestored),
        ],
        Outage = new IncidentDuration(15),
        FailedRequests = Share.All,
    };
}
