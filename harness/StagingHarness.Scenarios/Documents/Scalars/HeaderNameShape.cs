using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>The name of an HTTP header (a token of RFC 9110): <c>X-Api-Key</c>.</summary>
internal sealed class HeaderNameShape(string wanted, string sample) : ScalarShape<string>
{
    public override string Wanted => wanted;

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Matching("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$");

    private protected override Reading<string> Read(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal))
            ? Ok(text)
            : NotWanted();
}
