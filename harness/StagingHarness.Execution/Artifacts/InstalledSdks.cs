using System.Collections.Immutable;
using StagingHarness.Execution.Programs;

namespace StagingHarness.Execution.Artifacts;

/// <summary>
/// Versions of the SDKs beside the host. Together with global.json they decide which SDK builds; reading their names costs
/// nothing, asking the host for its choice would start a process in every run.
/// </summary>
public static class InstalledSdks
{
    /// <summary>Names of the SDK folders beside the host, such as <c>10.0.100</c>.</summary>
    /// <exception cref="DotnetHostMissingException">There is no host.</exception>
    public static ImmutableArray<string> List()
    {
        // The host may be a link into the folder where all of .NET lies.
        var host = new FileInfo(DotnetHost.Locate());
        var folder = Path.Combine((host.ResolveLinkTarget(returnFinalTarget: true) ?? host).FullName, "..", "sdk");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Select(sdk => Path.GetFileName(sdk)!).Order(StringComparer.Ordinal)]
            : [];
    }
}
