using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>The path of a URL with an optional query: <c>/health</c>.</summary>
internal sealed class UrlPathShape(string sample) : ScalarShape<string>
{
    public override string Wanted => "a path on the server";

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Written("^/[!-\"$-~]*$");

    /// <summary>Printable ASCII without spaces, from the first slash on; a fragment never reaches a server.</summary>
    public static bool IsPath(string text) =>
        text.StartsWith('/') && text.All(character => character is > ' ' and < '\x7f' and not '#');

    private protected override Reading<string> Read(string text) => IsPath(text) ? Ok(text) : NotWanted();
}
