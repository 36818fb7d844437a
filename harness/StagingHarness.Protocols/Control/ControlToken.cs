using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Protocols.Control;

/// <summary>The run's secret, which guards the control listeners of the harness's own programs.</summary>
public sealed class ControlToken
{
    /// <summary>Request header that carries it.</summary>
    public const string Header = "X-Stage-Control";

    /// <summary>Environment variable that gives it to a program; never an argument, which everybody could read.</summary>
    public const string Variable = "STAGE_CONTROL_TOKEN";

    private readonly byte[] digest;

    /// <exception cref="ArgumentException">The token is empty.</exception>
    public ControlToken(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        digest = Digest(value);
    }

    /// <summary>Compares in a time that does not depend on what was presented; digests, so that lengths do not show either.</summary>
    public bool Matches(string? presented) =>
        presented is not null && CryptographicOperations.FixedTimeEquals(digest, Digest(presented));

    private static byte[] Digest(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
