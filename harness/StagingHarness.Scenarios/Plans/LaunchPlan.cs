using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>
/// How a server of the service starts: the platform's program, with arguments and environment. Values may hold
/// placeholders: <c>{listen.http}</c> (URL to bind), <c>{release.path}</c> (folder of the release as placed on this
/// server), <c>{provider.issuer}</c>, <c>{provider.audience}</c>, <c>{credentials.NAME}</c>.
/// </summary>
public sealed record LaunchPlan
{
    public required ImmutableArray<string> Arguments { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>How long a stop waits for requests in flight before it kills.</summary>
    public required TimeSpan StopGrace { get; init; }
}
