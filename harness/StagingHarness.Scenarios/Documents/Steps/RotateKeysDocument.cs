using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>The provider signs with a new key from now on.</summary>
internal sealed record RotateKeysDocument
{
    public static MappingShape<RotateKeysDocument> Shape { get; } =
        new MappingShape<RotateKeysDocument>(new RotateKeysDocument())
            .Optional("keep-old", new FlagShape(), (document, value) => document with { KeepOld = value });

    /// <summary>The key set goes on showing the old one.</summary>
    public Spanned<bool>? KeepOld { get; init; }
}
