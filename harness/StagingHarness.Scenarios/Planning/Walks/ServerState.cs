using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>A server at a point of the walk.</summary>
/// <param name="Name">Its name on the stage.</param>
/// <param name="Serving">What it serves; null when that cannot be told.</param>
/// <param name="IsExtra">It belongs to a canary, and leaves with it.</param>
internal sealed record ServerState(string Name, ServerVersion? Serving, bool IsExtra);
