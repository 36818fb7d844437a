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

    /// <summary>Full path of the supervisor's assembly.</summary>
    /// <exception cref="HarnessProgramMissingException">It is not there.</exception>
    public string LocateSupervisor() => Locate(Supervisor);

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
