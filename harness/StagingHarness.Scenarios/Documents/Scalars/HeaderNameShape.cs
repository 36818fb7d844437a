using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>The name of an HTTP request header (a token of RFC 9110): <c>X-Api-Key</c>.</summary>
internal sealed class HeaderNameShape : ScalarShape<string>
{
    public override string Wanted => "the name of a request header";

    public override string Sample => "X-Api-Key";

    private protected override Reading<string> Read(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal))
            ? Ok(text)
            : NotWanted();
}
