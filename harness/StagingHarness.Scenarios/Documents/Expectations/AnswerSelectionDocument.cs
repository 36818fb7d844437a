using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which requests count.</summary>
internal sealed record AnswerSelectionDocument
{
    public static MappingShape<AnswerSelectionDocument> Shape { get; } =
        new MappingShape<AnswerSelectionDocument>(new AnswerSelectionDocument()) { NeedsOne = true }
            .Optional("request", new RequestShape { MayWrite = true }, (document, value) => document with { Request = value })
            .Optional("release", Names.Release, (document, value) => document with { Release = value })
            .Optional("platform", Names.Platform, (document, value) => document with { Platform = value })
            .Optional("configuration", Names.Configuration, (document, value) => document with { Configuration = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value })
            .Optional("right", new FlagShape(), (document, value) => document with { Right = value });

    public Spanned<HttpRequestLine>? Request { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }

    public Spanned<string>? Configuration { get; init; }

    public Spanned<string>? Instance { get; init; }

    public Spanned<bool>? Right { get; init; }
}
