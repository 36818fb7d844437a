using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>What the answer to a request of the traffic must be to be right.</summary>
internal sealed record RequestAnswerDocument
{
    public static MappingShape<RequestAnswerDocument> Shape { get; } =
        new MappingShape<RequestAnswerDocument>(new RequestAnswerDocument()) { NeedsOne = true }
            .Optional(
                "status",
                new ListShape<int>(new CountShape { Least = 100, Most = 599, Usual = 201 }) { NeedsOne = "status", Distinct = true, OneIsEnough = true },
                (document, value) => document with { Status = value })
            .Optional("contains", new TextShape("a part of the body", "Fender") { Verbatim = true }, (document, value) => document with { Contains = value })
            .Optional("matches", new RegularExpressionShape("\"id\":\\d+"), (document, value) => document with { Matches = value })
            .Optional(
                "json",
                new NamedShape<string>("/place", new JsonPointerShape("/status"), new TextShape("a value", "placed") { Verbatim = true }),
                (document, value) => document with { Json = value });

    public Spanned<ImmutableArray<Spanned<int>>>? Status { get; init; }

    public Spanned<string>? Contains { get; init; }

    public Spanned<string>? Matches { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Json { get; init; }
}
