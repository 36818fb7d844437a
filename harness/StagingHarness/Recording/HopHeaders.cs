using System.Collections.Frozen;

namespace StagingHarness.Recording;

/// <summary>Headers that belong to one connection, or to one moment.</summary>
internal static class HopHeaders
{
    private static readonly FrozenSet<string> Hop = FrozenSet.ToFrozenSet(
        ["Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect", "Host", "Content-Length"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Momentary = FrozenSet.ToFrozenSet(["Date", "Content-Encoding", "Alt-Svc"], StringComparer.OrdinalIgnoreCase);

    public static bool IsPassedOn(string name) => !Hop.Contains(name);

    public static bool IsRecorded(string name) => IsPassedOn(name) && !Momentary.Contains(name);
}
