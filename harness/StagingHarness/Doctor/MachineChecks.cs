namespace StagingHarness.Doctor;

/// <summary>Checks of what runs need that has nothing to do with Docker.</summary>
internal static class MachineChecks
{
    private const int NeededMajor = 10;
    private const long FewRunBytes = Amount.GiB;
    private const long TooFewRunBytes = 100 * Amount.MiB;
    private const long LittleMemory = 2 * Amount.GiB;
    private const string Download = "https://dotnet.microsoft.com/download";

    public static DoctorCheck Runtime(DoctorFacts facts)
    {
        var web = facts.WebRuntimes.LastOrDefault(IsNewEnough);
        return web is null
            ? new DoctorCheck(
                "dotnet-runtime", ".NET runtime", facts.Docker is null ? CheckStatus.Failed : CheckStatus.Warning,
                $"{facts.Runtime} in '{facts.RuntimeFolder}', but no ASP.NET Core {NeededMajor}, without which no stage of child processes stands",
                $"install the ASP.NET Core runtime {NeededMajor}.0 ({Download})")
            : new DoctorCheck("dotnet-runtime", ".NET runtime", CheckStatus.Ok, $"{facts.Runtime} and ASP.NET Core {web} in '{facts.RuntimeFolder}'");
    }

    public static DoctorCheck Sdk(DoctorFacts facts) =>
        facts.Sdks.LastOrDefault(IsNewEnough) is { } sdk
            ? new DoctorCheck("dotnet-sdk", ".NET SDK", CheckStatus.Ok, $"{sdk}")
            : new DoctorCheck(
                "dotnet-sdk", ".NET SDK", CheckStatus.Warning,
                $"no SDK {NeededMajor}.0 or newer is there ({(facts.Sdks.IsEmpty ? "none at all" : string.Join(", ", facts.Sdks))}): projects cannot be published; what is built already can run",
                $"install the .NET SDK {NeededMajor}.0 ({Download})");

    public static DoctorCheck Programs(DoctorFacts facts) =>
        facts.MissingPrograms.IsEmpty
            ? new DoctorCheck("harness-programs", "Harness programs", CheckStatus.Ok, $"all are in '{facts.ProgramsFolder}'")
            : new DoctorCheck(
                "harness-programs", "Harness programs", CheckStatus.Failed, string.Join('\n', facts.MissingPrograms), "dotnet build StagingHarness.sln");

    public static DoctorCheck Processes(DoctorFacts facts) =>
        facts.ProcessProblems.IsEmpty
            ? new DoctorCheck("process-engine", "Process engine", CheckStatus.Ok, "the dotnet host is there, and 127.0.0.1 can be listened on")
            : new DoctorCheck(
                "process-engine", "Process engine", CheckStatus.Failed, string.Join('\n', facts.ProcessProblems), "let DOTNET_ROOT name the folder of the dotnet host; 'ip link set lo up' where 127.0.0.1 is missing");

    public static DoctorCheck RunsDisk(DoctorFacts facts) => facts.RunsFreeBytes switch
    {
        null => new DoctorCheck("run-disk", "Disk of run folders", CheckStatus.Skipped, $"what is free at '{facts.RunsFolder}' cannot be told"),
        < TooFewRunBytes and var free => Disk(facts, free, CheckStatus.Failed),
        < FewRunBytes and var free => Disk(facts, free, CheckStatus.Warning),
        { } free => new DoctorCheck("run-disk", "Disk of run folders", CheckStatus.Ok, $"{Amount.Of(free)} are free at '{facts.RunsFolder}'"),
    };

    public static DoctorCheck Memory(DoctorFacts facts) =>
        facts.MemoryBytes < LittleMemory
            ? new DoctorCheck(
                "memory", "Memory", CheckStatus.Warning, $"{Amount.Of(facts.MemoryBytes)} may be used; a stage of ten servers takes about 2 GiB", "rehearse with fewer servers, or on a larger machine")
            : new DoctorCheck("memory", "Memory", CheckStatus.Ok, $"{Amount.Of(facts.MemoryBytes)} may be used");

    public static DoctorCheck Browser(DoctorFacts facts) =>
        facts.Browser is { } browser
            ? new DoctorCheck("browser", "Browser", CheckStatus.Ok, $"'{browser}'")
            : new DoctorCheck(
                "browser", "Browser", CheckStatus.Warning, "none where runs look for one (STAGE_BROWSER, then /usr/bin; one that Playwright installed is not known here); only browser journeys need one", "sudo apt-get install chromium");

    private static DoctorCheck Disk(DoctorFacts facts, long free, CheckStatus status) =>
        new("run-disk", "Disk of run folders", status, $"only {Amount.Of(free)} are free at '{facts.RunsFolder}'", $"rm -r '{facts.RunsFolder}', when nobody needs those runs any more");

    private static bool IsNewEnough(string version) => int.TryParse(version.Split('.')[0], out var major) && major >= NeededMajor;
}
