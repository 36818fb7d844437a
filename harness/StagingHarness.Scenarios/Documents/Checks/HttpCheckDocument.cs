using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>A path answers like this, when it is asked directly.</summary>
internal sealed record HttpCheckDocument : TargetedCheckDocument
{
    public static MappingShape<HttpCheckDocument> Shape { get; } =
        new MappingShape<HttpCheckDocument>(new HttpCheckDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value })
            .Required("path", new UrlPathShape("/ready"), (document, value) => document with { Path = value })
            .Optional(
                "status",
                new ListShape<int>(new CountShape { Least = 100, Most = 599, Usual = 200 }) { NeedsOne = "status", Distinct = true, OneIsEnough = true },
                (document, value) => document with { Status = value })
            .Optional("body", new RegularExpressionShape("\"state\":\"ready\""), (document, value) => document with { Body = value });

    public Spanned<string>? Path { get; init; }

    public Spanned<ImmutableArray<Spanned<int>>>? Status { get; init; }

    public Spanned<string>? Body { get; init; }
}
