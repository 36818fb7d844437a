using System.Collections.Immutable;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Turns orders into what is really started on this machine.</summary>
internal sealed class ProcessLaunches(string runFolder, HarnessProgramLocator programs, ListenerPorts ports, InstanceFolders folders)
{
    /// <summary>
    /// That no page of memory is ever writable and executable at a time costs a .NET process a tenth and more of its start. Our own programs, which live for
    /// one run, go without; servers are started as they are in production.
    /// </summary>
    private const string ExclusivePages = "DOTNET_EnableWriteXorExecute";

    /// <param name="order">What is to be started.</param>
    /// <param name="attempt">Which try it is, from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PlacedProgramException">The placed version holds no program, or several.</exception>
    /// <exception cref="NotPossibleException">The local program is not installed any more.</exception>
    /// <exception cref="FileNotPlacedException">A file could not be put beside it.</exception>
    public async Task<ProcessLaunch> CreateAsync(InstanceOrder order, int attempt, CancellationToken cancellationToken)
    {
        var listeners = ports.For(order, attempt);
        var own = folders.Create(order);
        var placed = (order.Program as ProgramSource.Placed)?.Placement;
        var placeholders = new Placeholders(listeners, own, placed is null ? null : new PlacementFolder(placed.Handle));
        var launch = new ProcessLaunch
        {
            Listeners = listeners,
            Log = InstanceLog.Open(runFolder, order.Name, order.Generation),
            Digest = null,
            File = "",
            Arguments = [.. order.Arguments.Select(placeholders.Fill)],
            Environment = EnvironmentOf(order, placeholders),
            WorkingDirectory = own.Work,
        };
        return order.Program switch
        {
            ProgramSource.Own program => OfOwn(launch, program.Program),
            ProgramSource.Placed when !order.LocalCommand.IsEmpty => await OfLocalAsync(launch, order, placeholders, cancellationToken),
            ProgramSource.Placed version => await OfPlacedAsync(launch, order.Name, new PlacementFolder(version.Placement.Handle), cancellationToken),
            var other => throw new InvalidOperationException($"Program source '{other.GetType().Name}' is unknown."),
        };
    }

    private ProcessLaunch OfOwn(ProcessLaunch launch, HarnessProgram program) => programs.LocateNative(program) is { } native
        ? launch with { File = native, WorkingDirectory = Path.GetDirectoryName(native)! }
        : OfAssembly(launch with { Environment = WithoutExclusivePages(launch.Environment) }, programs.Locate(program));

    /// <summary>What the user has decided stays: there are systems on which it cannot be left out.</summary>
    private static ImmutableSortedDictionary<string, string?> WithoutExclusivePages(ImmutableSortedDictionary<string, string?> environment) =>
        Environment.GetEnvironmentVariable(ExclusivePages) is null ? environment.SetItem(ExclusivePages, "0") : environment;

    private static async Task<ProcessLaunch> OfPlacedAsync(
        ProcessLaunch launch, string instance, PlacementFolder folder, CancellationToken cancellationToken)
    {
        var started = OfAssembly(launch, PlacedProgram.Find(instance, folder));

        // A release that runs on a platform is one of two artifacts; no single digest tells what runs.
        return folder.HasPlatform
            ? started
            : started with { Digest = await Task.Run(() => FolderDigest.Measure(folder.Release, cancellationToken), cancellationToken) };
    }

    private static ProcessLaunch OfAssembly(ProcessLaunch launch, string assembly) => launch with
    {
        File = DotnetHost.Locate(),
        Arguments = [assembly, .. launch.Arguments],
        WorkingDirectory = Path.GetDirectoryName(assembly)!,
    };

    private static async Task<ProcessLaunch> OfLocalAsync(
        ProcessLaunch launch, InstanceOrder order, Placeholders placeholders, CancellationToken cancellationToken)
    {
        var program = LocalProgram.Find(order.LocalCommand[0]) ?? throw new NotPossibleException(
            "process", $"start instance '{order.Name}': program '{order.LocalCommand[0]}' was not found", "Install it, or use '--engine docker'.");
        return launch with
        {
            File = program.File,
            Arguments = [.. order.LocalCommand.Skip(1).Select(placeholders.Fill), .. launch.Arguments],
            Digest = await program.MeasureAsync(cancellationToken),
        };
    }

    private static ImmutableSortedDictionary<string, string?> EnvironmentOf(InstanceOrder order, Placeholders placeholders)
    {
        var environment = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var name in InheritedEnvironment.OfHostsAndProxies())
        {
            environment[name] = null;
        }

        foreach (var (name, value) in order.Environment)
        {
            environment[name] = placeholders.Fill(value);
        }

        return environment.ToImmutable();
    }
}
