using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>What the provider does with refresh tokens, as written.</summary>
internal sealed record RefreshDocument
{
    public static MappingShape<RefreshDocument> Shape { get; } = new MappingShape<RefreshDocument>(new RefreshDocument()) { NeedsOne = true }
        .Optional("rotation", new FlagShape(), (document, value) => document with { Rotation = value })
        .Optional("reuse-grace", new RealDurationShape(), (document, value) => document with { ReuseGrace = value });

    public Spanned<bool>? Rotation { get; init; }

    public Spanned<TimeSpan>? ReuseGrace { get; init; }
}
