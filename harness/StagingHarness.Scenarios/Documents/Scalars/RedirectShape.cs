using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Where a provider may send a browser: a whole URL, or a path alone, which stands for that path at any host and port.</summary>
internal sealed class RedirectShape : ScalarShape<string>
{
    public override string Wanted => "a place to send a browser to";

    public override string Sample => "/signin-oidc";

    private protected override ValueSchema Written => ValueSchema.Written("^(/|https?://)[!-\"$-~]*$");

    private protected override string Example => $"write a path, like '{Sample}', or a whole URL";

    private protected override Reading<string> Read(string text) => UrlPathShape.IsPath(text) || IsUrl(text) ? Ok(text) : NotWanted();

    /// <summary>Compared as it is written, so that nothing that a URL is rewritten to may be in it.</summary>
    private static bool IsUrl(string text) =>
        text.All(character => character is > ' ' and < '\x7f' and not '#')
        && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal))
        && Uri.TryCreate(text, UriKind.Absolute, out _);
}
