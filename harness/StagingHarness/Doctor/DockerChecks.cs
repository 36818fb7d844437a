namespace StagingHarness.Doctor;

/// <summary>Checks of what runs on the Docker engine need. None of them fails: without Docker, stages run as child processes.</summary>
internal static class DockerChecks
{
    private const long FewBytes = 5 * Amount.GiB;

    public static DoctorCheck Engine(DoctorFacts facts) =>
        facts.Docker is { } docker
            ? new DoctorCheck(
                "docker-engine", "Docker engine", CheckStatus.Ok,
                $"{docker.Engine}{(docker.IsRootless ? ", rootless," : "")} on {docker.Architecture} at '{docker.Address}' ({docker.Source})")
            : new DoctorCheck(
                "docker-engine", "Docker engine", CheckStatus.Warning, $"{facts.DockerProblem}\nStages run as child processes instead.", facts.DockerFix);

    public static DoctorCheck Api(DoctorFacts facts) => Check(facts, "docker-api", "Docker API", docker =>
        (CheckStatus.Ok, $"version {docker.ApiVersion} is spoken; the engine knows {docker.NewestApiVersion}", null));

    public static DoctorCheck BaseImage(DoctorFacts facts) => Check(facts, "base-image", "Base image", docker => Image(docker.BaseImage));

    public static DoctorCheck DebianImage(DoctorFacts facts) => Check(facts, "debian-image", "Debian image", docker => Image(docker.DebianImage));

    public static DoctorCheck Reaper(DoctorFacts facts) => Check(facts, "reaper-image", "Reaper image", docker => docker switch
    {
        { ReaperImage: null } => (CheckStatus.Ok, "switched off by a setting; what a killed harness leaves goes with the next run, or with 'stage clean'", null),
        { HasReaperImage: true } => (CheckStatus.Ok, $"'{WithoutDigest(docker.ReaperImage)}' is on the engine; it removes at once what a killed harness leaves", null),
        _ => (
            CheckStatus.Warning,
            $"'{WithoutDigest(docker.ReaperImage)}' is not on the engine; what a killed harness leaves goes with the next run, or with 'stage clean'",
            $"docker pull {docker.ReaperImage}"),
    });

    public static DoctorCheck Disk(DoctorFacts facts) => Check(facts, "docker-disk", "Disk of Docker", docker => docker.StorageFreeBytes switch
    {
        null => (CheckStatus.Skipped, $"the engine keeps its images in '{docker.StorageFolder}', which is not on this machine", null),
        < FewBytes and var free => (CheckStatus.Warning, $"only {Amount.Of(free)} are free at '{docker.StorageFolder}' ({docker.StorageDriver})", "stage clean --images"),
        { } free => (CheckStatus.Ok, $"{Amount.Of(free)} are free at '{docker.StorageFolder}' ({docker.StorageDriver})", null),
    });

    public static DoctorCheck Memory(DoctorFacts facts) => Check(facts, "docker-memory", "Memory of Docker", docker => docker.MemoryBytes switch
    {
        0 => (CheckStatus.Skipped, "the engine does not tell", null),
        < 2 * Amount.GiB and var memory => (CheckStatus.Warning, $"only {Amount.Of(memory)} are there for containers", "give the engine's machine more memory"),
        var memory => (CheckStatus.Ok, $"{Amount.Of(memory)} are there for containers", null),
    });

    public static DoctorCheck Stale(DoctorFacts facts)
    {
        const string Name = "stale-objects";
        const string Title = "Left by dead runs";
        var objects = facts.Docker?.StaleObjects.Length ?? 0;
        if (facts.Docker is { ListingProblems: [var problem, ..] })
        {
            return new DoctorCheck(Name, Title, CheckStatus.Warning, problem, "stage clean");
        }

        var processes = Amount.Count(facts.StaleProcesses.Length, "process", "processes");
        var where = facts.Docker is null
            ? $"{processes} (no Docker engine was asked)"
            : $"{processes}, {Amount.Count(objects, "Docker object", "Docker objects")}";
        return facts.StaleProcesses.Length + objects == 0
            ? new DoctorCheck(Name, Title, CheckStatus.Ok, where)
            : new DoctorCheck(Name, Title, CheckStatus.Warning, where, "stage clean");
    }

    private static (CheckStatus Status, string Evidence, string? Fix) Image(ImageFact image) => image switch
    {
        { Present: { } name } when name == image.Setting.FromSetting => (CheckStatus.Ok, $"'{name}' (variable {image.Setting.Variable}) is on the engine", null),
        { Present: { } name } => (CheckStatus.Ok, $"'{name}' is on the engine", null),
        { Setting: { FromSetting: { } name } setting } => (
            CheckStatus.Warning,
            $"'{name}' (variable {setting.Variable}) is not on the engine; the first run asks its registry for it",
            $"docker pull {name}"),
        { Setting: var setting } => (
            CheckStatus.Warning,
            $"neither '{setting.Default}' nor '{setting.LocalAlternative}' is on the engine; the first run asks the registry",
            $"docker pull {setting.Default}, or let {setting.Variable} name an image that the engine has"),
    };

    private static DoctorCheck Check(DoctorFacts facts, string name, string title, Func<DockerFacts, (CheckStatus Status, string Evidence, string? Fix)> look)
    {
        if (facts.Docker is not { } docker)
        {
            return new DoctorCheck(name, title, CheckStatus.Skipped, "no Docker engine can be used");
        }

        var (status, evidence, fix) = look(docker);
        return new DoctorCheck(name, title, status, evidence, fix);
    }

    private static string WithoutDigest(string image) => image.Split('@')[0];
}
