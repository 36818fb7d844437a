using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> as OAuth 2.0 wants it: no field twice (RFC 6749, section 3.2).</summary>
internal static class FormFields
{
    public static bool TryParse(string form, [NotNullWhen(true)] out ImmutableDictionary<string, string>? fields)
    {
        fields = null;
        var builder = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var separator = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(separator < 0 ? pair : pair[..separator]);
            var value = separator < 0 ? "" : Decode(pair[(separator + 1)..]);
            if (!builder.TryAdd(name, value))
            {
                return false;
            }
        }

        fields = builder.ToImmutable();
        return true;
    }

    public static string Decode(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
