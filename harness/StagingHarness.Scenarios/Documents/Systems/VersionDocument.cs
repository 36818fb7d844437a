using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>The version axes that a mapping names; an axis that is not given stays as it is.</summary>
internal sealed record VersionDocument
{
    public static MappingShape<VersionDocument> Shape { get; } =
        new MappingShape<VersionDocument>(new VersionDocument()) { NeedsOne = true }
            .Optional("release", Names.Release, (document, value) => document with { Release = value })
            .Optional("platform", Names.Platform, (document, value) => document with { Platform = value })
            .Optional("configuration", Names.Configuration, (document, value) => document with { Configuration = value });

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }

    public Spanned<string>? Configuration { get; init; }
}
