using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>How an instance ended.</summary>
/// <param name="ExitCode">Null when the engine could not learn it.</param>
/// <param name="Killed">The harness killed it, because its grace was over or because it was told to.</param>
/// <param name="LastOutput">The last lines that it wrote, at most fifty.</param>
public sealed record InstanceExit(int? ExitCode, bool Killed, ImmutableArray<string> LastOutput);
