using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Name of a release or platform, as written: <c>2.0</c> is <c>2.0</c> with and without quotes.</summary>
internal sealed class VersionNameShape(string wanted, string sample) : ScalarShape<string>
{
    private const int Longest = 63;

    public override string Wanted => wanted;

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Matching("^[A-Za-z0-9][A-Za-z0-9._+-]*$", Longest);

    private protected override string Example => $"write letters, digits, '.', '_', '+' and '-', like '{sample}'";

    private protected override Reading<string> Read(string text) => IsVersion(text) ? Ok(text) : NotWanted();

    private static bool IsVersion(string text) =>
        text.Length is > 0 and <= Longest
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '+' or '-');
}
