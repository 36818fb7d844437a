using System.Collections.Frozen;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>Headers that an answer has of its own accord; a document's example of them would be wrong.</summary>
internal static class ExampleHeaders
{
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(
        ["Connection", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length", "Content-Encoding", "Content-Type", "Date", "Alt-Svc"],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsSent(string name) => !Own.Contains(name);
}
