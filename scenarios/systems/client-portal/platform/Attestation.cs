using System.Diagnostics;

namespace ClientPortal.Platform;

/// <summary>Says what this process is, by what it has and not by what it was told.</summary>
internal sealed class Attestation(string releaseVersion)
{
    private readonly string _platformVersion = AssemblyVersions.Stated(typeof(Attestation).Assembly);
    private readonly DateTimeOffset _startedAt = Process.GetCurrentProcess().StartTime.ToUniversalTime();
    private readonly SortedDictionary<string, string> _carried = AssemblyVersions.CarriedAuthLibraries();

    public VersionReport Report() =>
        new(
            releaseVersion,
            _platformVersion,
            _startedAt,
            new AuthLibraries(_carried, AssemblyVersions.LoadedAuthLibraries()));
}
