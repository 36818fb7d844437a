using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is asked of the ledger.</summary>
internal sealed record LedgerConditionDocument
{
    public static MappingShape<LedgerConditionDocument> Shape { get; } =
        new MappingShape<LedgerConditionDocument>(new LedgerConditionDocument()) { NeedsOne = true }
            .Optional("lost", new CountBoundsShape(), (document, value) => document with { Lost = value })
            .Optional("doubled", new CountBoundsShape(), (document, value) => document with { Doubled = value })
            .Optional("unacknowledged-present", new CountBoundsShape(), (document, value) => document with { UnacknowledgedPresent = value });

    public Spanned<CountBounds>? Lost { get; init; }

    public Spanned<CountBounds>? Doubled { get; init; }

    public Spanned<CountBounds>? UnacknowledgedPresent { get; init; }
}
