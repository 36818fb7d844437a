using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using StagingHarness.StandIn.Auth.Answers;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>What a client presents to prove who it is: <c>client_secret_basic</c> or <c>client_secret_post</c>.</summary>
internal sealed record ClientCredentials(string Id, string Secret)
{
    private const string BasicScheme = "Basic ";

    public static bool UsesBasic(TokenCall call) =>
        call.Authorization?.StartsWith(BasicScheme, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>False when there are none, or none that can be read.</summary>
    public static bool TryRead(
        TokenCall call, ImmutableDictionary<string, string> form, [NotNullWhen(true)] out ClientCredentials? credentials)
    {
        credentials = null;
        if (UsesBasic(call))
        {
            return TryReadBasic(call.Authorization![BasicScheme.Length..], out credentials);
        }

        if (call.Authorization is null && form.TryGetValue("client_id", out var id) && form.TryGetValue("client_secret", out var secret))
        {
            credentials = new ClientCredentials(id, secret);
        }

        return credentials is not null;
    }

    public bool AreThoseOf(ImmutableSortedDictionary<string, string> clients) =>
        clients.TryGetValue(Id, out var expected)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(Secret));

    public override string ToString() => $"credentials of client '{Id}' (secret hidden)";

    private static bool TryReadBasic(string encoded, [NotNullWhen(true)] out ClientCredentials? credentials)
    {
        credentials = null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded.Trim(), bytes, out var length))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var separator = text.IndexOf(':', StringComparison.Ordinal);
        if (separator < 0)
        {
            return false;
        }

        // Both halves are form-encoded before they are joined (RFC 6749, section 2.3.1).
        credentials = new ClientCredentials(FormFields.Decode(text[..separator]), FormFields.Decode(text[(separator + 1)..]));
        return true;
    }
}
