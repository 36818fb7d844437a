using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>What a mapping asks of the path of a call: a parameter stands for one segment, or for a part of one, and is never empty.</summary>
internal static partial class PathWriter
{
    /// <summary>The matcher, and how much less it asks for than a path without parameters.</summary>
    public static (JsonObject Matcher, int Looseness) Of(string path)
    {
        if (!Parameter().IsMatch(path))
        {
            // WireMock.Net decodes a path twice, and a plus sign in it to a space; where that matters, any character fits.
            return path.AsSpan().IndexOfAny(" +%*?") < 0
                ? (Matcher("ExactMatcher", path), 0)
                : (Matcher("WildcardMatcher", Regex.Replace(path, "[ +*?]|%[0-9A-Fa-f]{2}", "?")), 1);
        }

        var pattern = new StringBuilder("^");
        var from = 0;
        foreach (Match parameter in Parameter().Matches(path))
        {
            pattern.Append(Literal(path[from..parameter.Index])).Append("[^/]+");
            from = parameter.Index + parameter.Length;
        }

        pattern.Append(Literal(path[from..])).Append('$');
        return (Matcher("RegexMatcher", pattern.ToString()), LoosenessOf(path));
    }

    /// <summary>A segment that is a parameter asks for nothing, one that has more in it for something.</summary>
    private static int LoosenessOf(string path) => path.Split('/')
        .Select(segment => Parameter().Count(segment) == 0 ? 0 : Parameter().Replace(segment, "").Length == 0 ? 100 : 50)
        .Sum();

    private static string Literal(string text) =>
        string.Concat(Regex.Split(text, "([ +]|%[0-9A-Fa-f]{2})").Select((part, index) => index % 2 == 1 ? "." : Regex.Escape(part)));

    private static JsonObject Matcher(string name, string pattern) =>
        new() { ["Matchers"] = new JsonArray(new JsonObject { ["Name"] = name, ["Pattern"] = pattern }) };

    [GeneratedRegex(@"\{[^{}/]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
