using System.Collections.Immutable;
using System.Net.Http.Json;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Provider;

/// <summary>Controls a running provider stand-in, and gets tokens from it as a client would.</summary>
internal sealed class ProviderClient(
    ControlChannel channel, ProviderAddresses addresses, ProviderOrder order, Handshake handshake, string token) : IProvider
{
    public Uri Issuer => addresses.Issuer;

    public ImmutableArray<ClientRoute> Routes => addresses.Routes;

    public async Task<AccessToken> ObtainTokenAsync(string clientId, CancellationToken cancellationToken)
    {
        if (!order.Clients.TryGetValue(clientId, out var secret))
        {
            throw new ControlException(channel.Member, $"it knows no client '{clientId}'. Use one of: {string.Join(", ", order.Clients.Keys)}.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addresses.Issuer, StandInProgram.TokenPath))
        {
            // What it speaks is its own matter, and not what is rehearsed: where there is TLS, the handshake decides.
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = secret,
            }),
        };
        var answer = await channel.AskAsync(request, TokenJson.Default.TokenResponse, cancellationToken);
        return answer is { AccessToken.Length: > 0, ExpiresIn: > 0 } && answer.TokenType.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? new AccessToken(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw new ControlException(channel.Member,
                $"its token for client '{clientId}' has type '{answer.TokenType}' and lasts {answer.ExpiresIn} s; a usable one is 'Bearer' and lasts.");
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (order.Mappings is not { } mappings)
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(addresses.Control, StandInProgram.MappingsPath))
        {
            Headers = { { ControlToken.Header, token } },
            Content = JsonContent.Create(mappings, StandInJson.Default.StandInMappings),
        };
        var readings = await channel.AskAsync(request, StandInJson.Default.StandInReadings, cancellationToken);
        if (mappings.ToNames().FirstOrDefault(name => !readings.Calls.ContainsKey(name)) is { } missing)
        {
            throw new ControlException(channel.Member, $"it was given mapping '{missing}', and does not count its calls.");
        }
    }

    public async Task<ProviderState> ChangeAsync(ProviderChangeOrder change, CancellationToken cancellationToken)
    {
        var told = new FacetOrder
        {
            ClockOffsetSeconds = change.ClockOffset?.TotalSeconds,
            RotateKeysKeepingOld = change.KeyRotation is { } rotation ? rotation == KeyRotation.OldKept : null,
            TokenLifetimeSeconds = (long?)change.TokenLifetime?.TotalSeconds,
            Restore = change.Restore,
            Settings = change.Settings,
        };
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(addresses.Control, StandInProgram.FacetsPath))
        {
            Headers = { { ControlToken.Header, token } },
            Content = JsonContent.Create(told, StandInJson.Default.FacetOrder),
        };
        var state = await channel.AskAsync(request, StandInJson.Default.FacetState, cancellationToken);
        return new ProviderState(
            TimeSpan.FromSeconds(state.ClockOffsetSeconds), TimeSpan.FromSeconds(state.TokenLifetimeSeconds), state.SigningKey, state.PublishedKeys)
        {
            Settings = state.Settings,
        };
    }

    public async Task<ProviderReading> ReadAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(addresses.Control, StandInProgram.ReadingsPath))
        {
            Headers = { { ControlToken.Header, token } },
        };
        var readings = await channel.AskAsync(request, StandInJson.Default.StandInReadings, cancellationToken);
        return new ProviderReading(readings.Calls, readings.Unmatched, readings.UnmatchedCount, readings.StubErrors)
        {
            NearMisses = readings.NearMisses,
            BrokenOff = readings.BrokenOff,
        };
    }

    public async Task<HandshakeReading?> ShakeHandsAsync(CancellationToken cancellationToken) => order.Tls is { } tls
        ? await handshake.ReadAsync(channel.Member, addresses.Issuer, tls, cancellationToken)
        : null;
}
