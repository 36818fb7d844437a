using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A place on the machine or in the container where a server runs: <c>/etc/nginx/nginx.conf</c>.</summary>
internal sealed class AbsolutePathShape(string sample) : ScalarShape<string>
{
    public override string Wanted => "an absolute path";

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Written("^/");

    private protected override Reading<string> Read(string text) => text switch
    {
        "" => NotWanted(),
        _ when !text.StartsWith('/') => Wrong(FindingCode.PathNotAbsolute, "which is not absolute", Example),
        _ => IsPlain(text) ? Ok(text) : NotWanted(),
    };

    // No way back up, nothing twice and nothing at the end: two paths are the same only when they are written the same. A colon
    // separates the paths of a mount.
    private static bool IsPlain(string text) =>
        text[1..].Split('/').All(part => part is not ("" or "." or ".."))
        && !text.Any(character => char.IsControl(character) || character is ':' or '\\');
}
