using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Calls that the provider gets.</summary>
internal sealed record ProviderExpectationDocument : CountedExpectationDocument
{
    private const string WholeRun = "the provider's calls are counted over the whole run; remove it";

    public static MappingShape<ProviderExpectationDocument> Shape { get; } =
        new MappingShape<ProviderExpectationDocument>(new ProviderExpectationDocument())
            .Named()
            .Required("provider", ProviderConditionDocument.Shape, (document, value) => document with { Provider = value })
            .Repeated()
            .Elsewhere("phase", WholeRun)
            .Elsewhere("share", "calls are counted; write 'at-least' or 'at-most'")
            .Elsewhere("samples", "one reading of the provider is enough; remove it");

    public Spanned<ProviderConditionDocument>? Provider { get; init; }
}
