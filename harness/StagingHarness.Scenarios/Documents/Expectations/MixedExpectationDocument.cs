using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Old and new servers have taken traffic side by side.</summary>
internal sealed record MixedExpectationDocument : ExpectationDocument
{
    public static MappingShape<MixedExpectationDocument> Shape { get; } =
        new MappingShape<MixedExpectationDocument>(new MixedExpectationDocument())
            .Required(
                "name",
                new TextShape("a name", "Every request is answered rightly"),
                (document, value) => document with { Name = value })
            .Required("mixed", MixedConditionDocument.Shape, (document, value) => document with { Mixed = value })
            .Optional("for", new RealDurationShape(), (document, value) => document with { For = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value })
            .Elsewhere("phase", "a mixed state is a stretch of the run itself, whatever its phase");

    public Spanned<MixedConditionDocument>? Mixed { get; init; }

    public Spanned<TimeSpan>? For { get; init; }

    public Spanned<int>? Samples { get; init; }
}
