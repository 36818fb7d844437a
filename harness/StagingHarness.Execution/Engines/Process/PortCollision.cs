using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Tells an early death because of a taken port from every other one.</summary>
internal static class PortCollision
{
    /// <summary>Starts in all, each with new ports.</summary>
    public const int MostAttempts = 5;

    private static readonly string[] Marks =
    [
        "address already in use",
        "EADDRINUSE",
        "Only one usage of each socket address",
    ];

    public static bool CallsForRetry(InstanceExit exit, int attempt) => attempt < MostAttempts && Explains(exit);

    private static bool Explains(InstanceExit exit) =>
        exit.LastOutput.Any(line => Marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase)));
}
