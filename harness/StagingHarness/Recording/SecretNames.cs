using System.Collections.Frozen;

namespace StagingHarness.Recording;

/// <summary>Under which names secrets are sent; hyphens, underscores and case make no difference.</summary>
internal sealed class SecretNames(IEnumerable<string> more)
{
    private static readonly FrozenSet<string> Everywhere = FrozenSet.ToFrozenSet(
        [
            "authorization", "proxyauthorization", "cookie", "setcookie", "dpop", "clientsecret", "clientassertion", "assertion", "codeverifier", "devicecode",
            "password", "passwd", "pwd", "accesstoken", "refreshtoken", "idtoken", "idtokenhint", "subjecttoken", "actortoken", "xauthtoken", "xcsrftoken", "token",
        ],
        StringComparer.Ordinal);

    /// <summary>In JSON, these are names of much that is no secret: codes of errors and currencies, keys of pairs.</summary>
    private static readonly FrozenSet<string> InQueries = FrozenSet.ToFrozenSet(["code", "key", "sig", "signature", "auth"], StringComparer.Ordinal);

    private static readonly string[] Parts = ["apikey", "subscriptionkey", "accesskey", "secret", "password"];

    private readonly FrozenSet<string> added = more.Select(Plain).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In a header, a query or a form.</summary>
    public bool HasParameter(string name) => Has(name) || InQueries.Contains(Plain(name));

    /// <summary>In JSON; there a code is a secret where somebody sends it, or where it looks like nothing that people chose.</summary>
    public bool HasMember(string name, string value, bool isRequest) => Has(name)
        || (Plain(name) == "code" && (isRequest || (value.Length >= 16 && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter))));

    private bool Has(string name) =>
        Plain(name) is var plain && (Everywhere.Contains(plain) || added.Contains(plain) || Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)));

    private static string Plain(string name) =>
        string.Concat(name.Where(letter => letter is not ('-' or '_' or '.' or ' '))).ToLowerInvariant();
}
