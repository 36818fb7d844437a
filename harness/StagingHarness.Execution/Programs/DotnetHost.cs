using System.Runtime.InteropServices;

namespace StagingHarness.Execution.Programs;

/// <summary>Finds the dotnet host that runs this process, so that the stage runs on the same one; where this process carries its own runtime, the one that is installed.</summary>
public static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Full path of the host.</summary>
    /// <exception cref="DotnetHostMissingException">There is none.</exception>
    public static string Locate() => Choose(Candidates(), File.Exists);

    internal static string Choose(IReadOnlyList<string> candidates, Func<string, bool> exists) =>
        candidates.FirstOrDefault(exists) ?? throw new DotnetHostMissingException(candidates);

    private static string[] Candidates()
    {
        // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION: true also when an app's own executable runs us.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var configured = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return
        [
            .. Path.GetFileName(Environment.ProcessPath) == FileName ? [Environment.ProcessPath!] : Array.Empty<string>(),
            Path.Combine(root, FileName),
            .. string.IsNullOrEmpty(configured) ? Array.Empty<string>() : [Path.Combine(configured, FileName)],
            .. path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, FileName)),
            .. UsualFolders().Select(folder => Path.Combine(folder, FileName)),
        ];
    }

    /// <summary>Where installers put it: a command that carries its own runtime was started by none.</summary>
    private static string[] UsualFolders() =>
        OperatingSystem.IsWindows() ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet")]
        : OperatingSystem.IsMacOS() ? ["/usr/local/share/dotnet"]
        : ["/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet")];
}
