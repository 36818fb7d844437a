using System.Security.Cryptography;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Programs;

/// <summary>Finds the harness's own programs: <c>instances/NAME/StagingHarness.NAME.dll</c> beside what runs.</summary>
public sealed class HarnessProgramLocator
{
    private const string Supervisor = "Supervisor";

    private readonly string _folder;

    /// <param name="baseDirectory">Folder that holds <c>instances</c>; <see cref="AppContext.BaseDirectory"/> outside of tests.</param>
    public HarnessProgramLocator(string baseDirectory) => _folder = Path.Combine(baseDirectory, "instances");

    /// <summary>Full path of the program's assembly, to be run by the dotnet host.</summary>
    /// <exception cref="HarnessProgramMissingException">It is not there.</exception>
    public string Locate(HarnessProgram program) => Locate(NameOf(program));

    /// <summary>
    /// Full path of the same program, natively compiled; null where nobody compiled it, or it was compiled from another assembly than the one
    /// beside it: what harness and program say to each other would not fit.
    /// </summary>
    public string? LocateNative(HarnessProgram program) => NativeOf(Locate(program));

    /// <summary>Full path of the supervisor's assembly.</summary>
    /// <exception cref="HarnessProgramMissingException">It is not there.</exception>
    public string LocateSupervisor() => Locate(Supervisor);

    /// <summary>Full path of the supervisor, natively compiled; null as for every other program.</summary>
    /// <exception cref="HarnessProgramMissingException">Not even its assembly is there.</exception>
    public string? LocateNativeSupervisor() => NativeOf(LocateSupervisor());

    private static string? NativeOf(string assembly)
    {
        var folder = Path.Combine(Path.GetDirectoryName(assembly)!, "native");
        var native = Path.Combine(folder, Path.GetFileNameWithoutExtension(assembly));
        var origin = Path.Combine(folder, "built-from.txt");
        return File.Exists(native) && File.Exists(origin) && IsBuiltFrom(assembly, File.ReadAllText(origin)) ? native : null;
    }

    private static bool IsBuiltFrom(string assembly, string digest) =>
        string.Equals(digest.Trim(), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(assembly))), StringComparison.OrdinalIgnoreCase);

    private string Locate(string name)
    {
        var file = Path.GetFullPath(Path.Combine(_folder, name, $"StagingHarness.{name}.dll"));
        return File.Exists(file) ? file : throw new HarnessProgramMissingException(name, file);
    }

    private static string NameOf(HarnessProgram program) => program switch
    {
        HarnessProgram.Gateway => "Gateway",
        HarnessProgram.StandIn => "StandIn",
        HarnessProgram.Generator => "Generator",
        HarnessProgram.Relay => "Relay",
        HarnessProgram.Link => "Link",
    };
}
