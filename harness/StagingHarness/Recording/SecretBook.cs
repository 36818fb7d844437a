using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StagingHarness.History.Redaction;

namespace StagingHarness.Recording;

/// <summary>
/// The secrets of a recording, each under the name that gave it away. They are learned from all calls before anything is hidden, so that a value which
/// one call gave away is hidden in those before it, too.
/// </summary>
internal sealed partial class SecretBook
{
    public const string Mark = Redactor.Mark;

    /// <summary>A shorter value is hidden where its name stands, and nowhere else: it would be found in much that is none.</summary>
    public const int ShortestElsewhere = 6;

    private const string TokenName = "looks like a JWT";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, HashSet<string>> told = new(StringComparer.OrdinalIgnoreCase);
    private readonly Redactor lastNet = new();
    private ImmutableArray<string> byLength = [];

    /// <summary>By name, how many values were hidden.</summary>
    public ImmutableSortedDictionary<string, int> Hidden =>
        told.ToImmutableSortedDictionary(one => one.Key, one => one.Value.Count, StringComparer.OrdinalIgnoreCase);

    public void Learn(string name, string value)
    {
        if (value.Length == 0 || value == Mark)
        {
            return;
        }

        Tell(name, value);
        foreach (var form in FormsOf(value).Where(form => form.Length >= ShortestElsewhere))
        {
            names.TryAdd(form, name);
        }

        byLength = [];
    }

    /// <summary>Without what was learned, and without what looks like a secret wherever it stands.</summary>
    public string Hide(string text)
    {
        if (byLength.IsEmpty)
        {
            byLength = [.. names.Keys.OrderByDescending(secret => secret.Length).ThenBy(secret => secret, StringComparer.Ordinal)];
        }

        foreach (var secret in byLength.Where(secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        var hidden = lastNet.Of(Token().Replace(text, Mark));
        if (hidden != text)
        {
            Tell("looks like a secret", text);
        }

        return hidden;
    }

    /// <summary>Whatever was learned and stands there still; it must not be written.</summary>
    public bool IsIn(string text) => names.Keys.Any(secret => text.Contains(secret, StringComparison.Ordinal)) || Token().IsMatch(text);

    public void LearnTokens(string text)
    {
        foreach (Match token in Token().Matches(text))
        {
            Learn(TokenName, token.Value);
        }
    }

    private void Tell(string name, string value)
    {
        if (!told.TryGetValue(name, out var values))
        {
            told[name] = values = new HashSet<string>(StringComparer.Ordinal);
        }

        values.Add(value);
    }

    /// <summary>As it may be written elsewhere: in a URL, in a form, in JSON, in Base64.</summary>
    private static IEnumerable<string> FormsOf(string value) => new[]
    {
        value, WebUtility.UrlDecode(value), Uri.UnescapeDataString(value), Uri.EscapeDataString(value), WebUtility.UrlEncode(value),
        JsonEncodedText.Encode(value).ToString(), WebUtility.HtmlEncode(value), Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
    }.Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"eyJ[\w-]{5,}\.[\w-]{5,}(\.[\w-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
