using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Granting;

/// <summary>A device that waits for somebody to sign in for it (RFC 8628).</summary>
internal sealed record DeviceRequest
{
    public required string Client { get; init; }

    public required string Scope { get; init; }

    /// <summary>What the user types.</summary>
    public required string UserCode { get; init; }

    /// <summary>On the provider's clock.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How long the device waits before it asks again.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>When it asked last, on the true clock; null before the first time.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Who has signed in for it; null as long as nobody has.</summary>
    public Session? Session { get; init; }

    public bool IsRefused { get; init; }

    /// <summary>It has got its tokens.</summary>
    public bool IsUsed { get; init; }
}
