namespace StagingHarness.Doctor;

/// <summary>Judges what was seen; a pure function.</summary>
internal static class DoctorChecks
{
    public static DoctorReport Of(DoctorFacts facts) => new(
    [
        MachineChecks.Runtime(facts),
        MachineChecks.Sdk(facts),
        MachineChecks.Programs(facts),
        MachineChecks.Processes(facts),
        MachineChecks.RunsDisk(facts),
        MachineChecks.Memory(facts),
        DockerChecks.Engine(facts),
        DockerChecks.Api(facts),
        DockerChecks.BaseImage(facts),
        DockerChecks.DebianImage(facts),
        DockerChecks.Reaper(facts),
        DockerChecks.Disk(facts),
        DockerChecks.Memory(facts),
        DockerChecks.Stale(facts),
        MachineChecks.Browser(facts),
    ]);
}
