using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Running;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>Who takes part, and why others do not.</summary>
internal sealed class Lineup
{
    /// <summary>What a generator that is compiled while it runs needs until it is as fast as it gets.</summary>
    private static readonly TimeSpan JitWarmUp = TimeSpan.FromSeconds(8);

    private readonly List<string> _absent = [];

    /// <param name="root">The repository.</param>
    /// <param name="npmFolder">Folder into which autocannon was installed; null when none is given.</param>
    public Lineup(string root, string? npmFolder)
    {
        var compiledLater = JitCommand();
        Jit = new OwnContestant("stage, jit, warm", compiledLater, static load => load.Connections + (int)(load.PerSecond.GetValueOrDefault() * JitWarmUp.TotalSeconds));
        var rehearsed = new OwnContestant("stage, jit, as rehearsed", compiledLater, static _ => TrafficControl.WarmUpRequests);
        var hey = LocateTool("hey", "Debian's package 'hey' has it");
        var wrk = LocateTool("wrk", "Debian's package 'wrk' has it");
        Hey = hey is null ? null : Tools.Hey(hey);
        IContestant?[] all = [Hey, Native(root), Jit, rehearsed, wrk is null ? null : Tools.Wrk(wrk), Autocannon(npmFolder)];
        Contestants = [.. all.OfType<IContestant>()];
    }

    public ImmutableArray<IContestant> Contestants { get; }

    /// <summary>Whom the others are compared with; null where it is not there.</summary>
    public IContestant? Hey { get; }

    public OwnContestant Jit { get; }

    /// <summary>A line each.</summary>
    public IReadOnlyList<string> Absent => _absent;

    /// <summary>Program and first arguments of the generator that is compiled while it runs.</summary>
    public static string[] JitCommand() => [DotnetHost.Locate(), Own(AppContext.BaseDirectory).Locate(HarnessProgram.Generator)];

    /// <summary>Full path of a program; null where there is none.</summary>
    public static string? Locate(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private string? LocateTool(string program, string hint) => Locate(program) ?? Miss(program, $"it is not installed; {hint}");

    private OwnContestant? Native(string root)
    {
        const string name = "stage, aot";
        var cli = Path.Combine(root, "harness", "StagingHarness.Cli", "bin");
        var native = new[] { AppContext.BaseDirectory, Path.Combine(cli, "Release", "net10.0"), Path.Combine(cli, "Debug", "net10.0") }
            .Where(folder => Directory.Exists(Path.Combine(folder, "instances", "Generator")))
            .Select(folder => Own(folder).LocateNative(HarnessProgram.Generator))
            .FirstOrDefault(file => file is not null);
        if (native is not null)
        {
            return new OwnContestant(name, [native], static load => load.Connections);
        }

        Miss(name, "nobody compiled it; 'dotnet build harness/StagingHarness.Cli -p:NativePrograms=true' does");
        return null;
    }

    private ToolContestant? Autocannon(string? npmFolder)
    {
        const string name = "autocannon";
        if (npmFolder is null)
        {
            Miss(name, "no folder is given; 'npm install --prefix FOLDER autocannon' and '--npm FOLDER' have it take part");
            return null;
        }

        var program = Path.Combine(Path.GetFullPath(npmFolder), "node_modules", ".bin", name);
        if (File.Exists(program))
        {
            return Tools.Autocannon(program);
        }

        Miss(name, $"'{program}' does not exist");
        return null;
    }

    private static HarnessProgramLocator Own(string folder) => new(folder);

    private string? Miss(string name, string reason)
    {
        _absent.Add($"{name} takes no part: {reason}.");
        return null;
    }
}
