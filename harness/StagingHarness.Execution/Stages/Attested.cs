using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>What an instance tells of itself.</summary>
internal sealed record Attested(ServerVersion Version, ImmutableSortedDictionary<string, string> Libraries)
{
    /// <summary>A version without a platform, and nothing said of libraries.</summary>
    public static Attested ReleaseOnly(string release) =>
        new(new ServerVersion(release, ServerVersion.NoPlatform), ImmutableSortedDictionary<string, string>.Empty);
}
