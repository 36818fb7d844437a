using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Who runs in a container, with an optional group: numbers, or names that its image knows.</summary>
internal sealed class ContainerUserShape : ScalarShape<string>
{
    private const int Longest = 32;

    public override string Wanted => "a user";

    public override string Sample => "101:101";

    private protected override ValueSchema Written => ValueSchema.Matching("^[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$");

    private protected override string Example => "write 'UID', 'UID:GID' or a name that the image knows, like '101:101'";

    private protected override Reading<string> Read(string text) =>
        text.Split(':') is { Length: 1 or 2 } parts && parts.All(IsName) ? Ok(text) : NotWanted();

    private static bool IsName(string text) =>
        text.Length is > 0 and <= Longest
        && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '_')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
        && (!char.IsAsciiDigit(text[0]) || uint.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _));
}
