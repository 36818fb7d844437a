using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>Turns what the control listener is told into facets, and the provider's state into what it tells.</summary>
internal static class Facets
{
    /// <param name="order">What is to be otherwise.</param>
    /// <param name="initial">As the provider was started.</param>
    /// <param name="now">As it is.</param>
    /// <exception cref="FacetException">The order names something that is not there, or is malformed; nothing of it holds.</exception>
    public static ImmutableArray<IFacet> Of(FacetOrder order, AuthState initial, AuthState now)
    {
        if (order.Settings is { } settings)
        {
            Check(settings, now.Mappings);
        }

        IFacet?[] facets =
        [
            order.Restore ? new RestoreFacet(initial, now.Signing.Algorithm == SigningKey.Usual ? null : SigningKey.Create()) : null,
            order.ClockOffsetSeconds is { } offset ? new ClockFacet(TimeSpan.FromSeconds(offset)) : null,
            order.TokenLifetimeSeconds is { } lifetime ? new TokenLifetimeFacet(TimeSpan.FromSeconds(lifetime)) : null,

            // Before the rotation: a key set that is to be stale does not know the key that comes with the same order.
            order.Settings is { } ordered ? new SettingsFacet(ordered, ordered.Algorithm is { } algorithm ? SigningKey.Create(algorithm) : null) : null,
            order.RotateKeysKeepingOld is { } keepsOld
                ? new KeyRotationFacet(SigningKey.Create(order.Settings?.Algorithm ?? (order.Restore ? SigningKey.Usual : now.Signing.Algorithm)), keepsOld)
                : null,
        ];
        return [.. facets.OfType<IFacet>()];
    }

    public static FacetState Describe(AuthState state) => new()
    {
        ClockOffsetSeconds = state.ClockOffset.TotalSeconds,
        TokenLifetimeSeconds = (long)state.TokenLifetime.TotalSeconds,
        SigningKey = state.Signing.KeyId,
        PublishedKeys = [.. state.PublicKeys.Select(key => key.KeyId)],
        Settings = state.Settings,
    };

    private static void Check(FacetSettings settings, StandInMappings mappings)
    {
        if (settings.Algorithm is { } algorithm && !SigningKey.Algorithms.Contains(algorithm))
        {
            throw new FacetException($"nothing signs with '{algorithm}'; use one of {string.Join(", ", SigningKey.Algorithms)}");
        }

        foreach (var key in settings.OtherKeys ?? [])
        {
            CheckObject("other keys are shown as JSON objects", key);
        }

        foreach (var (facet, patch) in new[] { ("claims", settings.Claims), ("metadata", settings.Metadata), ("token answer", settings.TokenAnswer) })
        {
            CheckObject($"{facet} are laid over as a JSON object", patch);
        }

        if (settings.ClientAuthentication?.FirstOrDefault(method => !ClientAuthentication.Methods.Contains(method)) is { } unknown)
        {
            throw new FacetException($"clients cannot prove who they are by '{unknown}'; use some of {string.Join(", ", ClientAuthentication.Methods)}");
        }

        if (settings.Mappings is { } contract && !mappings.Contracts.ContainsKey(contract))
        {
            throw new FacetException($"no contract '{contract}' has mappings of its own; use one of {string.Join(", ", mappings.Contracts.Keys)}");
        }

        var endpoints = mappings.ToNames().Union(StandInEndpoint.Paths.Keys);
        if (settings.Endpoints?.Keys.FirstOrDefault(name => !endpoints.Contains(name)) is { } stranger)
        {
            throw new FacetException($"there is no endpoint '{stranger}'; use one of {string.Join(", ", endpoints)}");
        }
    }

    private static void CheckObject(string rule, string? json)
    {
        try
        {
            if (json is not null && JsonNode.Parse(json) is not JsonObject)
            {
                throw new FacetException($"the {rule}, and this is none");
            }
        }
        catch (JsonException exception)
        {
            throw new FacetException($"the {rule}, and this cannot be read as JSON: {exception.Message}");
        }
    }
}
