namespace StagingHarness.Scenarios.Plans;

/// <summary>How many instances of a service stand on the stage at the start, and in which version.</summary>
public sealed record ServicePlacementPlan
{
    public required string Service { get; init; }

    public required int Instances { get; init; }

    public required ServerVersion Version { get; init; }

    /// <summary>Names of its instances: <c>portal-1</c> to <c>portal-n</c>.</summary>
    public IEnumerable<string> InstanceNames() => Enumerable.Range(1, Instances).Select(number => $"{Service}-{number}");
}
