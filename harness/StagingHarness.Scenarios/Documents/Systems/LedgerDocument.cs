using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>Where everything that the traffic wrote can be read back.</summary>
internal sealed record LedgerDocument
{
    public static MappingShape<LedgerDocument> Shape { get; } =
        new MappingShape<LedgerDocument>(new LedgerDocument())
            .Required("list", new UrlPathShape("/api/orders/placed"), (document, value) => document with { List = value })
            .Required("ids", new PointerPatternShape("/orders/*/reference"), (document, value) => document with { Ids = value })
            .Optional("next", new JsonPointerShape("/next"), (document, value) => document with { Next = value });

    public Spanned<string>? List { get; init; }

    public Spanned<string>? Ids { get; init; }

    public Spanned<string>? Next { get; init; }
}
