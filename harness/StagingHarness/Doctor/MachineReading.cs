using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using StagingHarness.Execution.Artifacts;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Doctor;

/// <summary>Reads this machine, Docker apart.</summary>
internal static class MachineReading
{
    public static DoctorFacts Read(string rootDirectory, string? browser)
    {
        // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var runs = Path.Combine(rootDirectory, ".stage", "runs");
        return new DoctorFacts
        {
            Runtime = RuntimeInformation.FrameworkDescription,
            RuntimeFolder = root,
            WebRuntimes = Versions(Path.Combine(root, "shared", "Microsoft.AspNetCore.App")),
            Sdks = Sdks(),
            ProgramsFolder = Path.Combine(AppContext.BaseDirectory, "instances"),
            MissingPrograms = MissingPrograms(),
            ProcessProblems = [.. new[] { ProblemOf(() => DotnetHost.Locate()), ProblemOf(ListenOnLoopback) }.OfType<string>()],
            RunsFolder = runs,
            RunsFreeBytes = FreeBytes(runs),
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            StaleProcesses = OrphanSweep.Find(),
            Browser = browser,
        };
    }

    /// <summary>What is free where the folder lies, or would lie; null when it cannot be told.</summary>
    public static long? FreeBytes(string folder)
    {
        for (var existing = folder; existing is not null; existing = Path.GetDirectoryName(existing))
        {
            if (Directory.Exists(existing))
            {
                try
                {
                    return new DriveInfo(existing).AvailableFreeSpace;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static ImmutableArray<string> Sdks()
    {
        try
        {
            return InstalledSdks.List();
        }
        catch (DotnetHostMissingException)
        {
            return [];
        }
    }

    private static ImmutableArray<string> Versions(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(one => Path.GetFileName(one)).Order(StringComparer.Ordinal)] : [];

    private static ImmutableArray<string> MissingPrograms()
    {
        var programs = new HarnessProgramLocator(AppContext.BaseDirectory);
        var looks = Enum.GetValues<HarnessProgram>().Select(program => (Action)(() => programs.Locate(program))).Append(() => programs.LocateSupervisor());
        return [.. looks.Select(ProblemOf).OfType<string>()];
    }

    private static void ListenOnLoopback()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
    }

    private static string? ProblemOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception) when (exception is EnvironmentException or SocketException)
        {
            return exception.Message;
        }
    }
}
