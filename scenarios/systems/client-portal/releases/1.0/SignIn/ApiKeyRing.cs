using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ClientPortal.Release.SignIn;

/// <summary>Knows the valid keys, and tells nothing about them by how long an answer takes.</summary>
internal sealed class ApiKeyRing(IOptions<ApiKeySettings> settings)
{
    private readonly byte[][] _hashes = [.. settings.Value.ApiKeys.Select(Hash)];

    public bool Holds(string key)
    {
        byte[] candidate = Hash(key);
        bool found = false;
        foreach (byte[] hash in _hashes)
        {
            // No early exit: the time must depend neither on which key matches nor on how much of it does.
            found |= CryptographicOperations.FixedTimeEquals(hash, candidate);
        }

        return found;
    }

    // Hashes are of one length; a comparison in fixed time gives the length away otherwise.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
