using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>
/// How a server of the service starts: the program of its artifacts, with arguments and environment. Values may hold
/// placeholders: <c>{listen.http}</c> (URL to bind), <c>{listen.http.port}</c>, <c>{release.path}</c> (folder of the release
/// as placed on this server), <c>{work}</c> (a folder that it may write), <c>{files.NAME}</c>, <c>{provider.issuer}</c>,
/// <c>{provider.audience}</c>, <c>{stage.ca}</c> (file with the CA), <c>{credentials.NAME}</c>, and of services that it needs <c>{services.NAME.host}</c> and
/// <c>{services.NAME.port}</c>.
/// </summary>
public sealed record LaunchPlan
{
    public required ImmutableArray<string> Arguments { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    public required ImmutableArray<LaunchFilePlan> Files { get; init; }

    /// <summary>Port on which the image listens by itself; null when it listens where <c>{listen.http}</c> tells it to.</summary>
    public required int? Port { get; init; }

    /// <summary>How long a stop waits for requests in flight before it kills.</summary>
    public required TimeSpan StopGrace { get; init; }
}
