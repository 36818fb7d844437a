namespace StagingHarness.Gateway.Forwarding;

/// <summary>Where a request goes, and the transformer that stamps its answer.</summary>
internal sealed record Target(Server Server, StampingTransformer Transformer);
