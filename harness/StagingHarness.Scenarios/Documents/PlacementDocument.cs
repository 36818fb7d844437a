using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>How a service stands on the stage at the start.</summary>
internal sealed record PlacementDocument
{
    public static MappingShape<PlacementDocument> Shape { get; } =
        new MappingShape<PlacementDocument>(new PlacementDocument())
            .Required(
                "instances",
                new CountShape { Least = 1, Most = 100, Usual = 4 },
                (document, value) => document with { Instances = value })
            .Required("release", Names.Release, (document, value) => document with { Release = value })
            .Required("platform", Names.Platform, (document, value) => document with { Platform = value });

    public Spanned<int>? Instances { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }
}
