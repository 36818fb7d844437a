using System.Diagnostics;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>A core for the server, which this program shares, and another for the client.</summary>
internal sealed record CorePair(int Server, int Client)
{
    /// <summary>Null where there is no such pair, and why.</summary>
    public static CorePair? Find(out string reason)
    {
        if (Lineup.Locate(PinnedProcess.Tool) is null)
        {
            reason = $"'{PinnedProcess.Tool}' is not installed; Debian's package 'util-linux' has it";
            return null;
        }

        reason = "server and client need a core each, and this process may use only one";
        return Usable() is [var server, var client, ..] ? new CorePair(server, client) : null;
    }

    /// <summary>Those that this process may use.</summary>
    private static List<int> Usable()
    {
        using var self = Process.GetCurrentProcess();
        var mask = OperatingSystem.IsLinux() ? (long)self.ProcessorAffinity : 0;
        return [.. Enumerable.Range(0, 64).Where(core => (mask >> core & 1) == 1)];
    }
}
