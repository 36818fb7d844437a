using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A file that is put on a server before it starts.</summary>
internal sealed record StartFileDocument
{
    public static MappingShape<StartFileDocument> Shape { get; } = new MappingShape<StartFileDocument>(new StartFileDocument())
        .Required("source", new FilePathShape("web/nginx.conf"), (document, value) => document with { Source = value })
        .Required("at", new AbsolutePathShape("/etc/nginx/nginx.conf"), (document, value) => document with { At = value });

    public Spanned<string>? Source { get; init; }

    public Spanned<string>? At { get; init; }
}
