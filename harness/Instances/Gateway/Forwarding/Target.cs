namespace StagingHarness.Gateway.Forwarding;

/// <summary>Where a request goes, and the transformer that stamps its answer.</summary>
internal sealed record Target(Server Server, StampingTransformer Transformer, int Weight)
{
    /// <summary>How much it is owed. Only the routing table changes it, under its lock.</summary>
    public long Credit { get; set; }
}
