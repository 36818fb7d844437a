using System.Security.Cryptography;
using System.Text.Json;

namespace StagingHarness.Execution.Stages;

/// <summary>The key pair of a client, made for the run: it signs what the client shows the provider instead of a secret.</summary>
internal sealed record ClientKey
{
    /// <summary>A shorter line would be found in much that is none.</summary>
    private const int ShortestLine = 16;

    private ClientKey(string privateKey, string publicKey) => (PrivateKey, PublicKey) = (privateKey, publicKey);

    /// <summary>PKCS#8 in PEM: a secret of the run.</summary>
    public string PrivateKey { get; }

    /// <summary>SubjectPublicKeyInfo in PEM.</summary>
    public string PublicKey { get; }

    /// <summary>What is to be taken out of whatever is written down: all of it, and each of its lines, since logs are cleaned a line at a time.</summary>
    public IEnumerable<string> Secrets
    {
        get
        {
            var lines = PrivateKey.Split('\n').Where(line => line.Length >= ShortestLine && !line.StartsWith('-')).ToList();
            string[] spelt = [PrivateKey, string.Concat(lines), .. lines];
            return [.. spelt.SelectMany(text => (string[])[text, JsonEncodedText.Encode(text).ToString()]).Distinct()];
        }
    }

    /// <summary>RSA of 2048 bits, which every library signs with.</summary>
    public static ClientKey Create()
    {
        using var key = RSA.Create(2048);
        return new ClientKey(key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }

    public override string ToString() => "key of a client (hidden)";
}
