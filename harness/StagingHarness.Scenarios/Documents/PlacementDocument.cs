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
            .Optional("platform", Names.Platform, (document, value) => document with { Platform = value })
            .WhenWritten("platform", document => document with { HasPlatform = true })
            .Optional("configuration", Names.Configuration, (document, value) => document with { Configuration = value })
            .WhenWritten("configuration", document => document with { HasConfiguration = true });

    public Spanned<int>? Instances { get; init; }

    public Spanned<string>? Release { get; init; }

    /// <summary>Must be there when the service has platforms.</summary>
    public Spanned<string>? Platform { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasPlatform { get; init; }

    /// <summary>Must be there when the service has configurations.</summary>
    public Spanned<string>? Configuration { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasConfiguration { get; init; }
}
