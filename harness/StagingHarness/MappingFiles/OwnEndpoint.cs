using StagingHarness.Protocols.Provider;

namespace StagingHarness.MappingFiles;

/// <summary>Paths at which no mapping is asked.</summary>
public static class OwnEndpoint
{
    /// <summary>Why a mapping of this path is left out; null where it is not.</summary>
    public static string? WhyLeftOut(string path) =>
        StandInEndpoint.NameAt(path) is { } endpoint ? $"there the stand-in answers itself, as its endpoint '{endpoint}'" : null;
}
