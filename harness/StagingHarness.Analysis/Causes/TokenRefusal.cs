using System.Text.RegularExpressions;

namespace StagingHarness.Analysis.Causes;

/// <summary>Finds the code by which Microsoft.IdentityModel says why it refuses a token.</summary>
internal static class TokenRefusal
{
    /// <summary>Behind a colon or at the beginning stands the reason; in links and nested messages the codes stand elsewhere.</summary>
    private static readonly Regex Coded = new(
        @"(?:^\s*|Exception: |refused: )(?<code>IDX\d{5}): ", RegexOptions.CultureInvariant);

    /// <summary>Null when the line says no reason.</summary>
    public static string? CodeOf(string line) =>
        line.Contains("IDX", StringComparison.Ordinal) && Coded.Match(line) is { Success: true } coded ? coded.Groups["code"].Value : null;
}
