using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which calls of the provider count.</summary>
internal sealed record ProviderConditionDocument
{
    public static MappingShape<ProviderConditionDocument> Shape { get; } =
        new MappingShape<ProviderConditionDocument>(new ProviderConditionDocument()) { NeedsOne = true }
            .Optional("endpoint", Names.Endpoint, (document, value) => document with { Endpoint = value })
            .Optional("unmatched", new FlagShape(), (document, value) => document with { Unmatched = value });

    public Spanned<string>? Endpoint { get; init; }

    /// <summary>Calls that no endpoint knows.</summary>
    public Spanned<bool>? Unmatched { get; init; }
}
