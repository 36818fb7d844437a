using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A file, relative to the file that names it, with forward slashes.</summary>
internal sealed class FilePathShape(string sample) : ScalarShape<string>
{
    public override string Wanted => "a path of a file";

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Matching(@"^[^/\\]");

    private protected override string Example => $"write it relative to this file, with forward slashes, like '{sample}'";

    private protected override Reading<string> Read(string text) => text switch
    {
        _ when text.Length == 0 || text.Any(char.IsControl) => NotWanted(),
        _ when text.Contains('\\', StringComparison.Ordinal) => Wrong(FindingCode.PathNotInside, "which has backslashes", Example),
        ['/', ..] or [_, ':', ..] => Wrong(FindingCode.PathNotInside, "which is not relative", Example),
        _ => Ok(text),
    };
}
