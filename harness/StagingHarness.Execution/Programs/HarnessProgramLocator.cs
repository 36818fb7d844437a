using System.Security.Cryptography;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Programs;

/// <summary>Finds the harness's own programs: <c>instances/NAME/StagingHarness.NAME.dll</c> beside what runs.</summary>
public sealed class HarnessProgramLocator
{
    private const string Supervisor = "Supervisor";

    private readonly string _folder;
    private readonly string _natives;

    /// <param name="baseDirectory">Folder that holds <c>instances</c>, and <c>native</c> where that was compiled; <see cref="AppContext.BaseDirectory"/> outside of tests.</param>
    public HarnessProgramLocator(string baseDirectory)
    {
        _folder = Path.Combine(baseDirectory, "instances");
        _natives = Path.Combine(baseDirectory, "native");
    }

    /// <summary>Full path of the program's assembly, to be run by the dotnet host.</summary>
    /// <exception cref="HarnessProgramMissingException">It is not there.</exception>
    public string Locate(HarnessProgram program) => Locate(NameOf(program));

    /// <summary>
    /// Full path of the same program, natively compiled; null where nobody compiled it, or it was compiled from other assemblies than those
    /// of the program: what harness and program say to each other would not fit.
    /// </summary>
    public string? LocateNative(HarnessProgram program) => NativeOf(Locate(program));

    /// <summary>Full path of the supervisor's assembly.</summary>
    /// <exception cref="HarnessProgramMissingException">It is not there.</exception>
    public string LocateSupervisor() => Locate(Supervisor);

    /// <summary>Full path of the supervisor, natively compiled; null as for every other program.</summary>
    /// <exception cref="HarnessProgramMissingException">Not even its assembly is there.</exception>
    public string? LocateNativeSupervisor() => NativeOf(LocateSupervisor());

    private string? NativeOf(string assembly)
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        var native = Path.Combine(_natives, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        var origin = Path.Combine(_natives, $"{name}.built-from.txt");
        return File.Exists(native) && File.Exists(origin) && IsBuiltFrom(Path.GetDirectoryName(assembly)!, File.ReadAllLines(origin)) ? native : null;
    }

    /// <param name="folder">Of the program's assemblies.</param>
    /// <param name="origins">SHA-256 in hexadecimal, a blank, and the name of the assembly that has it.</param>
    private static bool IsBuiltFrom(string folder, string[] origins) => origins.Length > 0 && origins.All(line =>
        line.Split(' ', 2) is [var digest, var name]
        && Path.Combine(folder, name) is var file
        && File.Exists(file)
        && string.Equals(digest, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), StringComparison.OrdinalIgnoreCase));

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
