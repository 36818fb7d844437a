namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>What the value of a key of WireMock.Net's mapping model may be.</summary>
internal enum MappingKeyKind
{
    Anything,
    Text,
    Number,
    Flag,
    Texts,
    Model,
    Models,

    /// <summary>A text that stands for a model with a single pattern.</summary>
    TextOrModel,
}
