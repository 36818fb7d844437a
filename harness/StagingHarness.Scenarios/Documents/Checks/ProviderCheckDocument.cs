using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>The provider is called.</summary>
internal sealed record ProviderCheckDocument : CheckDocument
{
    public static MappingShape<ProviderCheckDocument> Shape { get; } =
        new MappingShape<ProviderCheckDocument>(new ProviderCheckDocument()) { NeedsOne = true }
            .Optional("endpoint", Names.Endpoint, (document, value) => document with { Endpoint = value })
            .Optional("unmatched", new FlagShape(), (document, value) => document with { Unmatched = value })
            .Optional("at-least", new OccurrenceShape { MayBeZero = false, MayBeRate = false }, (document, value) => document with { AtLeast = value })
            .Optional("since", new ChoiceShape<CheckSince>("a moment to count from"), (document, value) => document with { Since = value });

    public Spanned<string>? Endpoint { get; init; }

    /// <summary>Calls that no endpoint knows.</summary>
    public Spanned<bool>? Unmatched { get; init; }

    public Spanned<Occurrence>? AtLeast { get; init; }

    public Spanned<CheckSince>? Since { get; init; }
}
