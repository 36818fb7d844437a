using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>What every server serves at the end of a walk, by the server's name.</summary>
internal static class EndStates
{
    public static ImmutableSortedDictionary<string, ServerVersion> Of(ImmutableSortedDictionary<string, ServiceState> states) =>
        Of(states.Values.SelectMany(state => state.Servers));

    /// <exception cref="InvalidOperationException">A version cannot be told: a defect of the harness, for the rules let the steps pass.</exception>
    public static ImmutableSortedDictionary<string, ServerVersion> Of(IEnumerable<ServerState> servers) =>
        servers.ToImmutableSortedDictionary(
            server => server.Name,
            server => server.Serving
                ?? throw new InvalidOperationException($"What '{server.Name}' serves in the end cannot be told, without a finding."),
            StringComparer.Ordinal);
}
