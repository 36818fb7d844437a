namespace StagingHarness.Protocols.Generator;

/// <summary>What one moment of the schedule begins: a request, or a journey of several.</summary>
/// <param name="First">Index of its first request.</param>
/// <param name="Count">How many requests follow each other.</param>
/// <param name="Weight">How often it comes among the turns.</param>
public sealed record GeneratorTurn(int First, int Count, int Weight);
