using System.Collections.Immutable;

namespace StagingHarness.Execution.Engines.Docker.Networks;

/// <summary>Options of the bridge driver, by network and by what the engine knows.</summary>
internal static class NetworkOptions
{
    private const string Driver = "com.docker.network.bridge.";

    // Docker 28, the first with isolated gateways.
    private static readonly Version IsolatedGateways = new(1, 48);

    /// <param name="network">Which network of the stage.</param>
    /// <param name="newestApi">The newest version that the engine knows: it tells how old the engine is.</param>
    /// <param name="isPodman">Podman refuses options that it does not know.</param>
    public static ImmutableSortedDictionary<string, string> For(StageNetwork network, Version newestApi, bool isPodman)
    {
        var options = ImmutableSortedDictionary<string, string>.Empty;
        if (isPodman)
        {
            return options;
        }

        // An internal network keeps packets from leaving; only a bridge without an address of its own keeps them from this machine.
        return network switch
        {
            StageNetwork.Internal => newestApi >= IsolatedGateways
                ? options.Add(Driver + "gateway_mode_ipv4", "isolated")
                : options.Add(Driver + "inhibit_ipv4", "true"),

            // What is published is reached, and nothing in there reaches out.
            StageNetwork.Edge or StageNetwork.Control => options.Add(Driver + "enable_ip_masquerade", "false"),
        };
    }
}
