using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>The requests that others are compared with: of another phase, or of other servers.</summary>
internal sealed record OthersDocument
{
    public static MappingShape<OthersDocument> Shape { get; } =
        new MappingShape<OthersDocument>(new OthersDocument()) { NeedsOne = true }
            .Optional("phase", PhaseNames.Shape, (document, value) => document with { Phase = value })
            .Optional("request", new RequestShape { MayWrite = true }, (document, value) => document with { Request = value })
            .Optional("release", Names.Release, (document, value) => document with { Release = value })
            .Optional("platform", Names.Platform, (document, value) => document with { Platform = value })
            .Optional("configuration", Names.Configuration, (document, value) => document with { Configuration = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value });

    public Spanned<ImmutableArray<Spanned<string>>>? Phase { get; init; }

    public Spanned<HttpRequestLine>? Request { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }

    public Spanned<string>? Configuration { get; init; }

    public Spanned<string>? Instance { get; init; }

    /// <summary>Which requests they are, whatever the phase.</summary>
    public AnswerSelectionDocument ToSelection() => new()
    {
        Request = Request,
        Release = Release,
        Platform = Platform,
        Configuration = Configuration,
        Instance = Instance,
    };
}
