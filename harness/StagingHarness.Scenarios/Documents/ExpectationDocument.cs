using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Something that must be true, as written: one record per kind.</summary>
internal abstract record ExpectationDocument
{
    private protected ExpectationDocument()
    {
    }

    public static VariantShape<ExpectationDocument> AnyShape { get; } =
        new VariantShape<ExpectationDocument>("expectation")
            .Kind("answers", AnswersExpectationDocument.Shape)
            .Kind("health", HealthExpectationDocument.Shape)
            .Kind("page", PageExpectationDocument.Shape)
            .Kind("order", OrderExpectationDocument.Shape)
            .Kind("ledger", LedgerExpectationDocument.Shape)
            .Kind("mixed", MixedExpectationDocument.Shape);

    public Spanned<string>? Name { get; init; }
}
