using System.Text.RegularExpressions;

namespace StagingHarness.Analysis.Causes;

/// <summary>Finds the code by which Microsoft.IdentityModel says why it refuses a token.</summary>
internal static partial class TokenRefusal
{
    /// <summary>Behind a colon or at the beginning stands the reason; in links and nested messages the codes stand elsewhere.</summary>
    [GeneratedRegex(@"(?:^\s*|Exception: |refused: )(?<code>IDX\d{5}): ", RegexOptions.CultureInvariant)]
    private static partial Regex Coded { get; }

    /// <summary>Null when the line says no reason.</summary>
    public static string? CodeOf(string line) =>
        line.Contains("IDX", StringComparison.Ordinal) && Coded.Match(line) is { Success: true } coded ? coded.Groups["code"].Value : null;
}
