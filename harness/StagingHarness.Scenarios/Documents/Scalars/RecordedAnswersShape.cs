using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Which answers to a recording are right: <c>recorded</c> or <c>2xx</c>.</summary>
internal sealed class RecordedAnswersShape : ScalarShape<RecordedAnswers>
{
    public override string Wanted => "which answers are right";

    public override string Sample => "2xx";

    private protected override ValueSchema Written => ValueSchema.OneOf(["recorded", "2xx"]);

    private protected override string Example => "write 'recorded' or '2xx'";

    private protected override Reading<RecordedAnswers> Read(string text) => text switch
    {
        "recorded" => Ok(RecordedAnswers.Recorded),
        "2xx" => Ok(RecordedAnswers.Success),
        _ => Wrong(FindingCode.NotAChoice, $"which does not say {Wanted}", Example),
    };
}
