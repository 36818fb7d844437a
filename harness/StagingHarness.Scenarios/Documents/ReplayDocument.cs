using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Traffic that was recorded somewhere.</summary>
internal sealed record ReplayDocument
{
    public static MappingShape<ReplayDocument> Shape { get; } =
        new MappingShape<ReplayDocument>(new ReplayDocument())
            .Required("file", new FilePathShape("access.log"), (document, value) => document with { File = value })
            .Optional("speed", new SpeedShape(), (document, value) => document with { Speed = value })
            .Optional("only", new ListShape<string>(new MethodShape()) { NeedsOne = "method", Distinct = true }, (document, value) => document with { Only = value })
            .Optional("hosts", new ListShape<string>(new HostShape()) { NeedsOne = "host", Distinct = true }, (document, value) => document with { Hosts = value })
            .Optional("answers", new RecordedAnswersShape(), (document, value) => document with { Answers = value });

    public Spanned<string>? File { get; init; }

    public Spanned<double>? Speed { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Only { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Hosts { get; init; }

    public Spanned<RecordedAnswers>? Answers { get; init; }
}
