using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>A claim that is a list of UUIDs, as groups are: the same ones in each token, and no two alike.</summary>
internal static class ClaimList
{
    public static JsonArray Of(string claim, int count) => new([.. Enumerable.Range(1, count).Select(place => JsonValue.Create(Entry(claim, place)))]);

    private static string Entry(string claim, int place)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{claim}-{place}")));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }
}
