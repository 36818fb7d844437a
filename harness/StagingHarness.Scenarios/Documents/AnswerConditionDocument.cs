using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>What is asked of an answer.</summary>
internal sealed record AnswerConditionDocument
{
    public static MappingShape<AnswerConditionDocument> Shape { get; } =
        new MappingShape<AnswerConditionDocument>(new AnswerConditionDocument()) { NeedsOne = true }
            .Optional(
                "status",
                new CountShape { Least = 100, Most = 599, Usual = 500 },
                (document, value) => document with { Status = value })
            .Optional("right", new FlagShape(), (document, value) => document with { Right = value })
            .Optional(
                "by",
                new ChoiceShape<Answerer>("somebody who answers"),
                (document, value) => document with { By = value });

    public Spanned<int>? Status { get; init; }

    public Spanned<bool>? Right { get; init; }

    public Spanned<Answerer>? By { get; init; }
}
