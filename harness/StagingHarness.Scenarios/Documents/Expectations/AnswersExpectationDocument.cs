using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Answers that are like this.</summary>
internal sealed record AnswersExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<AnswersExpectationDocument> Shape { get; } =
        new MappingShape<AnswersExpectationDocument>(new AnswersExpectationDocument())
            .Named()
            .Required("answers", AnswerConditionDocument.Shape, (document, value) => document with { Answers = value })
            .Optional("of", AnswerSelectionDocument.Shape, (document, value) => document with { Of = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .PerInstance();

    public Spanned<AnswerConditionDocument>? Answers { get; init; }

    public Spanned<AnswerSelectionDocument>? Of { get; init; }
}
