using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>Rules by endpoint, and no rule.</summary>
internal static class EndpointRules
{
    public static EndpointRule Plain { get; } = new();

    public static ImmutableSortedDictionary<string, EndpointRule> None { get; } =
        ImmutableSortedDictionary.Create<string, EndpointRule>(StringComparer.Ordinal);
}
