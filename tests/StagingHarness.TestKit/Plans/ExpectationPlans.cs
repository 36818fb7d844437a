using System.Collections.Immutable;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>Hand-made expectations, one of each kind, which the replay of the incident meets.</summary>
public static class ExpectationPlans
{
    /// <summary>One of every kind, in the order of the hierarchy.</summary>
    public static ImmutableArray<ExpectationPlan> OfEveryKind() =>
    [
        Replay<AnswersExpectationPlan>(), Replay<HealthExpectationPlan>(), Latency(), Availability(), Journey(), Served(), Log(), Provider(), Pager(), Instance(), Compare(),
        Replay<PageExpectationPlan>(), AlertPlans.Fires, Time(), Replay<OrderExpectationPlan>(),
        .. WritingPlans.Expectations,
    ];

    /// <summary>One of every kind of quantifier.</summary>
    public static ImmutableArray<Quantifier> Quantifiers() =>
    [
        new ShareQuantifier(new ShareBounds(new Share(0.99), Share.All)), new AlwaysQuantifier(), new TimesQuantifier(3, null),
        new RateQuantifier(5, null), new WithinQuantifier(TimeSpan.FromSeconds(2), null), new UnbrokenQuantifier(TimeSpan.FromSeconds(3)),
    ];

    public static LatencyExpectationPlan Latency() => new()
    {
        Number = "E1",
        Name = "Answers are quick",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Percentile = new Percentile(99),
        AtLeast = null,
        AtMost = TimeSpan.FromMilliseconds(10),
        Of = new AnswerSelection(),
        MinimumSamples = 299,
    };

    public static AvailabilityExpectationPlan Availability() => new()
    {
        Number = "E1",
        Name = "The portal is there",
        Place = IncidentPlans.Place(1),
        Phases = ["baseline", "staging"],
        Quantifier = new AlwaysQuantifier(),
        Samples = new SampleMinimum(10, 0),
        Per = TimeSpan.FromMilliseconds(500),
        Of = new AnswerSelection(),
    };

    /// <summary>Of the journey that <see cref="JourneyPlans"/> puts into the traffic.</summary>
    public static JourneyExpectationPlan Journey() => new()
    {
        Number = "E1",
        Name = "Every client gets through",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Quantifier = new AlwaysQuantifier(),
        Samples = new SampleMinimum(100, 0),
        Journey = JourneyPlans.Name,
        Completed = true,
    };

    public static ServedExpectationPlan Served() => new()
    {
        Number = "E1",
        Name = "Only the new release answers",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Quantifier = new AlwaysQuantifier(),
        Samples = new SampleMinimum(100, 25),
        Release = "2.0",
        Platform = null,
    };

    public static LogExpectationPlan Log() => new()
    {
        Number = "E1",
        Name = "Every server misses the library",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Quantifier = new TimesQuantifier(1, null),
        Samples = new SampleMinimum(1, 0),
        EachInstance = true,
        Pattern = "FileNotFoundException",
        Service = "portal",
        Instance = null,
    };

    public static ProviderExpectationPlan Provider() => new()
    {
        Number = "E1",
        Name = "The traffic gets its token from the provider",
        Place = IncidentPlans.Place(1),
        Phases = [],
        Quantifier = new TimesQuantifier(1, null),
        Samples = new SampleMinimum(1, 0),
        Endpoint = "token",
    };

    public static PagerExpectationPlan Pager() => new()
    {
        Number = "E1",
        Name = "PagerDuty is told",
        Place = IncidentPlans.Place(1),
        Phases = [],
        Quantifier = new TimesQuantifier(1, null),
        Samples = new SampleMinimum(1, 0),
        Form = PageForm.Pagerduty,
        Action = PageAction.Trigger,
        About = "detection",
    };

    public static InstanceExpectationPlan Instance() => new()
    {
        Number = "E1",
        Name = "Every server stays up",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Quantifier = new AlwaysQuantifier(),
        Samples = new SampleMinimum(1, 0),
        EachInstance = true,
        State = InstanceState.Running,
        Service = "portal",
        Instance = null,
    };

    public static CompareExpectationPlan Compare() => new()
    {
        Number = "E1",
        Name = "More requests fail than before",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Answers = new AnswerCondition { Right = false },
        Of = new AnswerSelection(),
        AgainstPhases = ["baseline"],
        Against = new AnswerSelection(),
        Claim = ComparisonClaim.More,
        Margin = new Share(0.01),
        Significance = new Share(0.01),
        MinimumSamples = 100,
    };

    public static TimeExpectationPlan Time() => new()
    {
        Number = "E1",
        Name = "The page goes out at once",
        Place = IncidentPlans.Place(1),
        From = Milestone.OutageStarted,
        To = Milestone.Paged,
        AtLeast = null,
        AtMost = new ClockDuration.Real(TimeSpan.FromSeconds(2)),
    };

    private static TPlan Replay<TPlan>()
        where TPlan : ExpectationPlan => IncidentPlans.Replay().Expectations.OfType<TPlan>().First();
}
