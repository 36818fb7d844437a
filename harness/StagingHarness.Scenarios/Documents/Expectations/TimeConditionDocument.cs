using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Between which milestones, and how long.</summary>
internal sealed record TimeConditionDocument
{
    public static MappingShape<TimeConditionDocument> Shape { get; } =
        new MappingShape<TimeConditionDocument>(new TimeConditionDocument())
            .Required("from", new ChoiceShape<Milestone>("a milestone"), (document, value) => document with { From = value })
            .Required("to", new ChoiceShape<Milestone>("a milestone"), (document, value) => document with { To = value })
            .Optional("at-least", new ClockDurationShape(), (document, value) => document with { AtLeast = value })
            .Optional("at-most", new ClockDurationShape(), (document, value) => document with { AtMost = value })
            .WhenWritten("at-least", document => document with { HasBound = true })
            .WhenWritten("at-most", document => document with { HasBound = true });

    public Spanned<Milestone>? From { get; init; }

    public Spanned<Milestone>? To { get; init; }

    public Spanned<ClockDuration>? AtLeast { get; init; }

    public Spanned<ClockDuration>? AtMost { get; init; }

    public bool HasBound { get; init; }
}
