using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which journey, and how it ends.</summary>
internal sealed record JourneyConditionDocument
{
    public static MappingShape<JourneyConditionDocument> Shape { get; } =
        new MappingShape<JourneyConditionDocument>(new JourneyConditionDocument())
            .Required("name", new SlugShape("the name of a journey", "order"), (document, value) => document with { Name = value })
            .Required("completed", new FlagShape(), (document, value) => document with { Completed = value });

    public Spanned<string>? Name { get; init; }

    public Spanned<bool>? Completed { get; init; }
}
