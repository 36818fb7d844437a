using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>A server that a fault took down.</summary>
/// <param name="Server">Where it ran.</param>
/// <param name="Run">What ran there.</param>
/// <param name="Exit">How it ended.</param>
internal sealed record DownServer(Server Server, ServerRun Run, InstanceExit Exit);
