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

    /// <summary>Ends a name and begins a value: a colon or an equals sign on one line, in plain text, in JSON, or in JSON within a string.</summary>
    private const string Is = @"[""'\\]*[^\S\r\n]*[:=][^\S\r\n]*";

    /// <summary>A quotation mark, escaped or not, or none.</summary>
    private const string Quote = @"[""'\\]*";

    /// <summary>What goes before the secret is kept as group 1, what follows it as group 2. What is left of a cleaned text is as clean, and stays.</summary>
    private static readonly ImmutableArray<Regex> Shapes =
    [
        new(@"()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*()", RegexOptions.CultureInvariant),
        new($@"(authorization{Is}[\[""'\\]*(?:bearer|basic)[^\S\r\n]+)(?:\[redacted\]|[\w.~+/=-])+()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),

        // Without the name of the header, only what no word looks like: long, with a digit or a sign.
        new(@"(\b(?:bearer|basic)[^\S\r\n]+)(?=[a-z_.~/-]*[\d+=])[\w.~+/-]{12,}={0,2}()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new($@"(\b(?:set-)?cookie{Is}\[{Quote})(?=[^\s=;,""'\\]+=)[^\]\r\n]*?({Quote}\])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new($@"(\b(?:set-)?cookie{Is}{Quote})(?=[^\s=;,""'\\]+=)[^""\\\r\n]+()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(
            $@"((?:client[_-]?secret|client[_-]?assertion|password|passwd|pwd|access[_-]?token|refresh[_-]?token|(?<![a-z])id[_-]?token|api[_-]?key){Is}{Quote})"
            + @"(?:\[redacted\]|[^&\s;,""'}\]\\]|\\(?![""']))+()",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(@"(://[^/\s:@""']*:)[^/\s@""']+(@)", RegexOptions.CultureInvariant),
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
