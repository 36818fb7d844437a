using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StagingHarness.History.Redaction;

/// <summary>
/// Takes secrets out of whatever is written down of a run: those that the harness knows, by their value, and what looks like one in the
/// words of an app. Thread-safe.
/// </summary>
public sealed partial class Redactor
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
    private static readonly ImmutableArray<Regex> Shapes = [Token, Authorization, Scheme, CookieInList, Cookie, Named, UserInfo];

    /// <summary>The longest first: one may be part of another.</summary>
    private ImmutableArray<string> known = [];

    /// <summary>From now on this value is taken out wherever it stands.</summary>
    public void Learn(string secret)
    {
        if (secret.Length >= ShortestSecret)
        {
            ImmutableInterlocked.Update(ref known, static (all, one) => all.Contains(one) ? all : [.. all.Add(one).OrderByDescending(each => each.Length)], secret);
        }
    }

    /// <summary>Without the secrets that are known, and nothing else changed: for what must mean the same afterwards, such as a plan.</summary>
    public string OfKnown(string text) =>
        known.Aggregate(text, (changed, secret) => changed.Replace(secret, Mark, StringComparison.Ordinal));

    /// <summary>Without the secrets that are known, and without what looks like one.</summary>
    public string Of(string text) => Shapes.Aggregate(OfKnown(text), (changed, shape) => shape.Replace(changed, $"$1{Mark}$2"));

    [GeneratedRegex(@"()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*()", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    [GeneratedRegex(
        $@"(authorization{Is}[\[""'\\]*(?:bearer|basic)[^\S\r\n]+)(?:\[redacted\]|[\w.~+/=-])+()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Authorization { get; }

    /// <summary>Without the name of the header, only what no word looks like: long, with a digit or a sign.</summary>
    [GeneratedRegex(
        @"(\b(?:bearer|basic)[^\S\r\n]+)(?=[a-z_.~/-]*[\d+=])[\w.~+/-]{12,}={0,2}()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme { get; }

    [GeneratedRegex(
        $@"(\b(?:set-)?cookie{Is}\[{Quote})(?=[^\s=;,""'\\]+=)[^\]\r\n]*?({Quote}\])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CookieInList { get; }

    [GeneratedRegex(
        $@"(\b(?:set-)?cookie{Is}{Quote})(?=[^\s=;,""'\\]+=)[^""\\\r\n]+()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cookie { get; }

    [GeneratedRegex(
        $@"((?:client[_-]?secret|client[_-]?assertion|password|passwd|pwd|access[_-]?token|refresh[_-]?token|(?<![a-z])id[_-]?token|api[_-]?key){Is}{Quote})"
        + @"(?:\[redacted\]|[^&\s;,""'}\]\\]|\\(?![""']))+()",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"(://[^/\s:@""']*:)[^/\s@""']+(@)", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo { get; }
}
