using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is expected of which alert rule.</summary>
internal sealed record AlertConditionDocument
{
    public static MappingShape<AlertConditionDocument> Shape { get; } =
        new MappingShape<AlertConditionDocument>(new AlertConditionDocument())
            .Required("rule", Names.Alert, (document, value) => document with { Rule = value })
            .Required(
                "state",
                new ChoiceShape<AlertWish>("what is expected of the rule"),
                (document, value) => document with { State = value });

    public Spanned<string>? Rule { get; init; }

    public Spanned<AlertWish>? State { get; init; }
}
