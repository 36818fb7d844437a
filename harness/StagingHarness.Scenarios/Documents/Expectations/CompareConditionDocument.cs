using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which answers are compared with those of whom, and what is claimed.</summary>
internal sealed record CompareConditionDocument
{
    public static MappingShape<CompareConditionDocument> Shape { get; } =
        new MappingShape<CompareConditionDocument>(new CompareConditionDocument())
            .Required("answers", AnswerConditionDocument.Shape, (document, value) => document with { Answers = value })
            .Required("against", OthersDocument.Shape, (document, value) => document with { Against = value })
            .Optional("claim", new ChoiceShape<ComparisonClaim>("a claim"), (document, value) => document with { Claim = value })
            .Optional("margin", new ShareShape { LessThan = 100 }, (document, value) => document with { Margin = value })
            .Optional("significance", new ShareShape { LessThan = 50 }, (document, value) => document with { Significance = value });

    public Spanned<AnswerConditionDocument>? Answers { get; init; }

    public Spanned<OthersDocument>? Against { get; init; }

    public Spanned<ComparisonClaim>? Claim { get; init; }

    public Spanned<Share>? Margin { get; init; }

    public Spanned<Share>? Significance { get; init; }
}
