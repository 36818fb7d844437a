using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StagingHarness.History.Redaction;

/// <summary>
/// Takes secrets out of whatever is written down of a run: those that the harness knows, by their value, and what looks like one in the
/// words of an app. Thread-safe.
/// </summary>
public sealed class Redactor
{
    /// <summary>Stands where a secret stood.</summary>
    public const string Mark = "[redacted]";

    /// <summary>A shorter value would be found in much that is none.</summary>
    private const int ShortestSecret = 8;

    /// <summary>What goes before the secret is kept as group 1, what follows it as group 2.</summary>
    private static readonly ImmutableArray<Regex> Shapes =
    [
        new(@"()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*()", RegexOptions.CultureInvariant),
        new(@"(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(@"(\b(?:set-)?cookie""?\s*[:=]\s*""?)[^""\r\n]+()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(
            @"(\b(?:client_secret|client_assertion|password|passwd|pwd|access_token|refresh_token|id_token|api[_-]?key)""?\s*[:=]\s*""?)[^&\s;,""'}\]]+()",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(@"(://[^/\s:@""']+:)[^/\s@""']+(@)", RegexOptions.CultureInvariant),
    ];

    private ImmutableHashSet<string> known = [];

    /// <summary>From now on this value is taken out wherever it stands.</summary>
    public void Learn(string secret)
    {
        if (secret.Length >= ShortestSecret)
        {
            ImmutableInterlocked.Update(ref known, static (all, one) => all.Add(one), secret);
        }
    }

    /// <summary>Without the secrets that are known, and nothing else changed: for what must mean the same afterwards, such as a plan.</summary>
    public string OfKnown(string text) =>
        known.OrderByDescending(secret => secret.Length).Aggregate(text, (changed, secret) => changed.Replace(secret, Mark, StringComparison.Ordinal));

    /// <summary>Without the secrets that are known, and without what looks like one.</summary>
    public string Of(string text) => Shapes.Aggregate(OfKnown(text), (changed, shape) => shape.Replace(changed, $"$1{Mark}$2"));
}
