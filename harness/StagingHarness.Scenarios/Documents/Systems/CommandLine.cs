using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A program and its arguments, each an entry of a list; no shell reads them.</summary>
internal static class CommandLine
{
    public static ListShape<string> Shape { get; } =
        new(new TextShape("a text", "\"\"") { Verbatim = true }) { NeedsOne = "entry: the program", Example = "[nginx, -v]" };
}
