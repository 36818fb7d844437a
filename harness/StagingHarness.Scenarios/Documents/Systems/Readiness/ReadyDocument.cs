using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Readiness;

/// <summary>When a server is ready, as written: one record per kind.</summary>
internal abstract record ReadyDocument
{
    private protected ReadyDocument()
    {
    }

    public static VariantShape<ReadyDocument> AnyShape { get; } =
        new VariantShape<ReadyDocument>("readiness") { StandsAlone = true }
            .Kind("path", PathReadyDocument.Shape)
            .Kind("port", PortReadyDocument.Shape)
            .Kind("log", LogReadyDocument.Shape);

    public Spanned<TimeSpan>? Within { get; init; }
}
