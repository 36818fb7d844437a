using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Granting;

/// <summary>Devices that wait for their users, by either of their codes. Each operation is one step for all callers.</summary>
internal sealed class DeviceCodes
{
    /// <summary>How long a device waits for its user.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How often it may ask (RFC 8628, section 3.2), and by how much less often after each time that it came too early (section 3.5).</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>No vowels, so that no word comes of it (section 6.1).</summary>
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    private const int Half = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, DeviceRequest> requests = new(StringComparer.Ordinal);

    /// <returns>The code of the device, and what is kept of it.</returns>
    public (string DeviceCode, DeviceRequest Request) Add(string client, string scope, DateTimeOffset now)
    {
        var code = Grants.NewSecret();
        var letters = RandomNumberGenerator.GetString(Letters, 2 * Half);
        var request = new DeviceRequest
        {
            Client = client,
            Scope = scope,
            UserCode = $"{letters[..Half]}-{letters[Half..]}",
            Until = now + Lifetime,
            Interval = Interval,
        };
        lock (gate)
        {
            foreach (var (old, _) in requests.Where(one => one.Value.Until + Lifetime <= now).ToList())
            {
                requests.Remove(old);
            }

            requests[code] = request;
        }

        return (code, request);
    }

    /// <summary>What the user has typed belongs to a device that waits; decided once, by whoever is first.</summary>
    /// <param name="typed">In any case, with or without the sign in its middle.</param>
    /// <param name="now">On the provider's clock.</param>
    /// <param name="decide">What the user makes of it.</param>
    public bool TryDecide(string typed, DateTimeOffset now, Func<DeviceRequest, DeviceRequest> decide)
    {
        var code = Plain(typed);
        lock (gate)
        {
            var (key, waiting) = requests.FirstOrDefault(one =>
                Plain(one.Value.UserCode) == code && one.Value is { Session: null, IsRefused: false } && now < one.Value.Until);
            if (key is null)
            {
                return false;
            }

            requests[key] = decide(waiting);
            return true;
        }
    }

    /// <summary>What a device that asks for its tokens gets: the sign-in, once, or the error (section 3.5).</summary>
    /// <param name="deviceCode">What it shows.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="now">On the provider's clock, which says whether the code has run out.</param>
    /// <param name="trueTime">By which is measured how often it asks.</param>
    /// <param name="session">The sign-in.</param>
    /// <param name="error">Why there is none.</param>
    public bool TryRedeem(
        string deviceCode,
        string client,
        DateTimeOffset now,
        DateTimeOffset trueTime,
        [NotNullWhen(true)] out Session? session,
        [NotNullWhen(false)] out string? error)
    {
        (session, error) = (null, null);
        lock (gate)
        {
            if (!requests.TryGetValue(deviceCode, out var request) || request.Client != client || request.IsUsed)
            {
                error = "invalid_grant";
                return false;
            }

            if (now >= request.Until || request.IsRefused)
            {
                error = request.IsRefused ? "access_denied" : "expired_token";
                return false;
            }

            if (request.Session is null)
            {
                var isEarly = trueTime - request.AskedAt < request.Interval;
                requests[deviceCode] = request with { AskedAt = trueTime, Interval = isEarly ? request.Interval + Interval : request.Interval };
                error = isEarly ? "slow_down" : "authorization_pending";
                return false;
            }

            session = request.Session;
            requests[deviceCode] = request with { IsUsed = true };
            return true;
        }
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetter)).ToUpperInvariant();
}
