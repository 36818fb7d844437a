using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is looked for in the logs, and in which.</summary>
internal sealed record LogConditionDocument
{
    public static MappingShape<LogConditionDocument> Shape { get; } =
        new MappingShape<LogConditionDocument>(new LogConditionDocument())
            .Required("pattern", new RegularExpressionShape("FileNotFoundException"), (document, value) => document with { Pattern = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value });

    public Spanned<string>? Pattern { get; init; }

    public Spanned<string>? Service { get; init; }

    public Spanned<string>? Instance { get; init; }
}
