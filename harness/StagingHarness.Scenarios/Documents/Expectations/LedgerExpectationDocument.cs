using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>How many writes are lost or doubled, or present without having been acknowledged.</summary>
internal sealed record LedgerExpectationDocument : ExpectationDocument
{
    public static MappingShape<LedgerExpectationDocument> Shape { get; } =
        new MappingShape<LedgerExpectationDocument>(new LedgerExpectationDocument())
            .Required(
                "name",
                new TextShape("a name", "Every request is answered rightly"),
                (document, value) => document with { Name = value })
            .Required("ledger", LedgerConditionDocument.Shape, (document, value) => document with { Ledger = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value })
            .Elsewhere("phase", "what is lost shows at the end; it belongs to no phase")
            .Elsewhere("share", "what a ledger counts are numbers, not shares");

    public Spanned<LedgerConditionDocument>? Ledger { get; init; }

    public Spanned<int>? Samples { get; init; }
}
