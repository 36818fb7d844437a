using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>
/// A container image: <c>nginx:1.27</c>, <c>registry.example:5000/shop@sha256:...</c>
/// (grammar: github.com/distribution/reference, <c>reference.go</c>).
/// </summary>
internal sealed class ImageReferenceShape : ScalarShape<string>
{
    private const int Longest = 255;
    private const int LongestTag = 128;
    private const string DigestKind = "sha256:";
    private const int DigestLength = 64;

    public override string Wanted => "the name of an image";

    public override string Sample => "\"nginx:1.27\"";

    private protected override ValueSchema Written => ValueSchema.Matching("^[A-Za-z0-9][A-Za-z0-9._:/@-]*$");

    private protected override string Example => "write it like 'nginx:1.27' or 'registry.example/shop:2.0', in lower-case letters";

    private protected override Reading<string> Read(string text)
    {
        var (rest, digest) = Cut(text, text.IndexOf('@', StringComparison.Ordinal));
        var (name, tag) = Cut(rest, rest.IndexOf(':', rest.LastIndexOf('/') + 1));
        return name.Length <= Longest && IsName(name) && (tag is null || IsTag(tag)) && (digest is null || IsDigest(digest)) ? Ok(text) : NotWanted();
    }

    private static (string Before, string? Behind) Cut(string text, int at) => at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    private static bool IsName(string text)
    {
        var parts = text.Split('/');
        return IsHost(parts[0]) && parts.Length > 1 ? parts.Skip(1).All(IsPart) : parts.All(IsPart);
    }

    // What has neither a dot nor a port is a folder of the default registry.
    private static bool IsHost(string text) =>
        (text == "localhost" || text.Contains('.', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal))
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or ':' or '-');

    private static bool IsPart(string text) =>
        text.Length > 0
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '_' or '-')
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);

    private static bool IsTag(string text) =>
        text.Length is > 0 and <= LongestTag
        && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '_')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static bool IsDigest(string text) =>
        text.StartsWith(DigestKind, StringComparison.Ordinal)
        && text.Length == DigestKind.Length + DigestLength
        && text.Skip(DigestKind.Length).All(char.IsAsciiHexDigitLower);
}
