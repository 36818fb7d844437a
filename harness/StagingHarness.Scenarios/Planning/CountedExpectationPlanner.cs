using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of expectations that count.</summary>
internal static class CountedExpectationPlanner
{
    public static CountedExpectationPlan Plan(CountedExpectationDocument expectation, string number, string name, SourcePlace place)
    {
        var phases = ExpectationPlanner.PhasesOf(expectation);
        var quantifier = expectation.Quantifier
            ?? throw new InvalidOperationException($"Expectation '{name}' does not say how often, without a finding.");
        var samples = Minimum(expectation, quantifier);
        CountedExpectationPlan plan = expectation switch
        {
            AnswersExpectationDocument answers => new AnswersExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Answers = ExpectationPlanner.Condition(answers.Answers.Given()),
                Of = ExpectationPlanner.Selection(answers.Of?.Value),
            },
            HealthExpectationDocument health => new HealthExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Status = health.Health.Given().Status.Given(),
            },
            AvailabilityExpectationDocument availability => new AvailabilityExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Per = availability.Availability.Given().Per.Given(),
                Of = ExpectationPlanner.Selection(availability.Of?.Value),
            },
            JourneyExpectationDocument journey => new JourneyExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Journey = journey.Journey.Given().Name.Given(),
                Completed = journey.Journey.Given().Completed.Given(),
            },
            ServedExpectationDocument served => new ServedExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Release = served.Served.Given().Release?.Value,
                Platform = served.Served.Given().Platform?.Value,
                Configuration = served.Served.Given().Configuration?.Value,
            },
            LogExpectationDocument log => new LogExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Pattern = log.Log.Given().Pattern.Given(),
                Service = log.Log.Given().Service?.Value,
                Instance = log.Log.Given().Instance?.Value,
            },
            ProviderExpectationDocument provider => new ProviderExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Endpoint = provider.Provider.Given().Endpoint?.Value,
            },
            PagerExpectationDocument pager => new PagerExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                Form = pager.Pager.Given().Form?.Value,
                Action = pager.Pager.Given().Action?.Value,
                About = pager.Pager.Given().About?.Value,
            },
            InstanceExpectationDocument instance => new InstanceExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Phases = phases,
                Quantifier = quantifier,
                Samples = samples,
                State = instance.Instance.Given().State.Given(),
                Service = instance.Instance.Given().Service?.Value,
                Instance = instance.Instance.Given().Name?.Value,
            },
            var other => throw new InvalidOperationException($"Expectation '{other.GetType().Name}' has no plan."),
        };
        return plan with { EachInstance = expectation.EachInstance?.Value ?? false };
    }

    private static SampleMinimum Minimum(CountedExpectationDocument expectation, Quantifier quantifier)
    {
        var least = expectation switch
        {
            AnswersExpectationDocument or HealthExpectationDocument or ServedExpectationDocument or JourneyExpectationDocument => Defaults.ExpectationSamples,
            AvailabilityExpectationDocument => Windows(quantifier),

            // A line, a reading, a state: that there is one at all is what gives the others their meaning.
            _ => 1,
        };
        return new SampleMinimum(
            expectation.Samples?.Value ?? least, expectation.SamplesPerInstance?.Value ?? Defaults.ExpectationSamplesPerInstance);
    }

    /// <summary>So many windows that one of them can be bad and the share still hold: fewer cannot tell 99.9 % from 100 %.</summary>
    private static int Windows(Quantifier quantifier) => quantifier is ShareQuantifier { Bounds.AtLeast: var least } && least < Share.All
        ? Math.Max(Defaults.AvailabilityWindows, (int)Math.Ceiling(Math.Round(1 / (1 - least.Value), 6)))
        : Defaults.AvailabilityWindows;
}
