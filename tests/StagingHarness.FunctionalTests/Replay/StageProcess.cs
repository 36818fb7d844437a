using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.FunctionalTests.Waiting;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>The <c>stage</c> command in a process of its own, with a folder for its runs; disposing it kills it.</summary>
internal sealed class StageProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // As it was built for itself: beside the tests it lacks what the shared framework of the tests has.
    private static readonly string Program = Path.Combine(
        Checkout.Root, "harness", "StagingHarness.Cli", "bin", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "..", ".."), AppContext.BaseDirectory), "stage.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private StageProcess(Process process, TemporaryFolder runs)
    {
        _process = process;
        Runs = runs;
        process.OutputDataReceived += (_, line) => Keep(line.Data, _output);
        process.ErrorDataReceived += (_, line) =>
        {
            Keep(line.Data, _error);
            TestContext.Progress.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public TemporaryFolder Runs { get; }

    public int Id => _process.Id;

    public string Output => string.Join('\n', _output);

    public string Error => string.Join('\n', _error);

    /// <summary>Journal of the run; null as long as there is none.</summary>
    public string? Journal => Directory.EnumerateFiles(Runs.Path, "journal.ndjson", SearchOption.AllDirectories).SingleOrDefault();

    /// <summary>A run folder is there. Before that, nothing of the run is.</summary>
    public bool HasRun => Directory.EnumerateDirectories(Runs.Path).Any();

    /// <summary>Of the run that has begun.</summary>
    public string RunId => Path.GetFileName(Directory.EnumerateDirectories(Runs.Path).Single());

    public ImmutableArray<JournalEvent> Events => JournalReader.Read(Journal!).Events;

    public bool IsRunning => !_process.HasExited;

    /// <summary><c>stage run SCENARIO --engine ENGINE</c>.</summary>
    public static StageProcess Run(string scenario, string engine, ImmutableSortedDictionary<string, string>? environment = null)
    {
        var runs = new TemporaryFolder();
        return Start(
            runs, environment ?? ImmutableSortedDictionary<string, string>.Empty, "run", scenario, "--runs", runs.Path, "--engine", engine);
    }

    /// <summary><c>stage ARGUMENTS</c>.</summary>
    public static StageProcess Start(params string[] arguments) =>
        Start(new TemporaryFolder(), ImmutableSortedDictionary<string, string>.Empty, arguments);

    /// <summary>As above, with these environment variables beside the usual ones.</summary>
    public static StageProcess Start(ImmutableSortedDictionary<string, string> environment, params string[] arguments) =>
        Start(new TemporaryFolder(), environment, arguments);

    /// <summary>Until the first answers to the run's traffic were counted.</summary>
    public Task ReachTrafficAsync() => Eventually.IsTrueAsync(
        "traffic flows",
        () =>
        {
            IsRunning.Should().BeTrue("the run must still go on: {0}", Error);
            return Journal is not null && Events.OfType<TrafficObserved>().Any();
        },
        Patience);

    /// <param name="name">Such as <c>INT</c>.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        kill.ExitCode.Should().Be(0);
    }

    /// <returns>The exit code; all that it wrote is known by then.</returns>
    public async Task<int> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        // One that was stopped cannot be asked to end.
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Runs.Dispose();
    }

    private static StageProcess Start(TemporaryFolder runs, ImmutableSortedDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments.Prepend(Program))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new StageProcess(Process.Start(start)!, runs);
    }

    private static void Keep(string? line, ConcurrentQueue<string> lines)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
