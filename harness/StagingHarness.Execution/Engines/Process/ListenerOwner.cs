using System.Globalization;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>
/// Tells whether a listening port belongs to the stage. A process of somebody else that took the port in between may answer
/// a readiness check, and would make an instance ready that never was. Linux only; elsewhere it trusts the answer.
/// </summary>
internal static class ListenerOwner
{
    private const string Listening = "0A";
    private const int AddressField = 1;
    private const int StateField = 3;
    private const int InodeField = 9;

    private static readonly string[] SocketTables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>
    /// False when a process listens on the port that neither descends from the instance, as workers in a session of their own do, nor
    /// lives in the supervisor's session.
    /// </summary>
    public static bool BelongsToStage(int port, int processId, int supervisorId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        var sockets = SocketsListeningOn(port);
        return sockets.Count == 0
            || HoldsAny(processId, sockets)
            || ProcessTable.DescendantsOf(processId).Any(id => HoldsAny(id, sockets))
            || ProcessTable.ProcessIds().Any(id => ProcessTable.SessionOf(id) == supervisorId && HoldsAny(id, sockets));
    }

    private static HashSet<string> SocketsListeningOn(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return
        [
            .. SocketTables
                .Where(File.Exists)
                .SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields.Length > InodeField && fields[StateField] == Listening
                    && fields[AddressField].EndsWith(suffix, StringComparison.Ordinal))
                .Select(fields => $"socket:[{fields[InodeField]}]"),
        ];
    }

    private static bool HoldsAny(int processId, HashSet<string> sockets)
    {
        try
        {
            return new DirectoryInfo($"/proc/{processId}/fd").EnumerateFileSystemInfos()
                .Any(descriptor => descriptor.LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is not ours.
            return false;
        }
    }
}
