using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>Lines are written.</summary>
internal sealed record LogCheckDocument : TargetedCheckDocument
{
    public static MappingShape<LogCheckDocument> Shape { get; } =
        new MappingShape<LogCheckDocument>(new LogCheckDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value })
            .Required("pattern", new RegularExpressionShape("cache is warm"), (document, value) => document with { Pattern = value })
            .Optional("at-least", new OccurrenceShape { MayBeZero = false, MayBeRate = false }, (document, value) => document with { AtLeast = value })
            .Optional("since", new ChoiceShape<CheckSince>("a moment to count from"), (document, value) => document with { Since = value });

    public Spanned<string>? Pattern { get; init; }

    public Spanned<Occurrence>? AtLeast { get; init; }

    public Spanned<CheckSince>? Since { get; init; }
}
