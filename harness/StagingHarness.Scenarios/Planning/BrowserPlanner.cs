using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Browsing;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of journeys in the browser.</summary>
internal static class BrowserPlanner
{
    /// <summary>Null where nobody comes with a browser.</summary>
    public static ImmutableArray<BrowserJourneyPlan>? Plan(TrafficDocument traffic, ClockPlan clock) =>
        traffic.Browser is { } journeys ? [.. journeys.Value.Select(journey => Journey(journey, traffic, clock))] : null;

    private static BrowserJourneyPlan Journey(Named<BrowserJourneyDocument> journey, TrafficDocument traffic, ClockPlan clock)
    {
        var document = journey.Value.Given();
        return new BrowserJourneyPlan
        {
            Name = journey.Name.Value,
            Every = clock.ToReal(document.Every.Given()),
            Timeout = document.Timeout?.Value ?? Defaults.BrowserTimeout,
            Credentials = [.. ((document.Credentials ?? traffic.Credentials)?.Value ?? []).Select(name => name.Value)],
            Steps = [.. document.Steps.Given().Select(step => Step(step.Value))],
        };
    }

    private static BrowserStepPlan Step(BrowserStepDocument step) => step switch
    {
        { Open: { } path } => new OpenPagePlan(path.Value),
        { Fill.Value: var field } => new FillFieldPlan(field.Label.Given())
        {
            Value = field.Value?.Value,
            Credential = field.Secret?.Value,
            User = field.PasswordOf?.Value,
        },
        { Click.Value: var element } => new ClickElementPlan(element.Role.Given(), element.Name.Given()),
        { See: { } text } => new SeeTextPlan(text.Value),
        _ => throw new InvalidOperationException("A step of a browser does nothing, without a finding."),
    };
}
