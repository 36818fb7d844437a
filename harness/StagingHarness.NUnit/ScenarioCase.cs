using System.Collections.Immutable;
using NUnit.Framework;
using StagingHarness.Concurrency;
using StagingHarness.Engines;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Loading;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.NUnit;

/// <summary>One scenario as a test case: of a file, or written in code.</summary>
public sealed class ScenarioCase
{
    /// <summary>How long a case waits for the stages of other test processes on this machine.</summary>
    private static readonly TimeSpan StageTurn = TimeSpan.FromMinutes(30);

    private readonly Func<ScenarioInputs, LoadResult>? load;
    private readonly string? file;
    private readonly string? broken;
    private readonly ImmutableArray<string> overrides;

    private ScenarioCase(
        string name,
        Func<ScenarioInputs, LoadResult>? load,
        string? file,
        string? broken,
        ImmutableArray<string> overrides,
        ImmutableArray<string> tags,
        ImmutableArray<string> candidate,
        ImmutableArray<string> notTaken)
    {
        Name = name;
        this.load = load;
        this.file = file;
        this.broken = broken;
        this.overrides = overrides;
        Tags = tags;
        Candidate = candidate;
        NotTaken = notTaken;
    }

    /// <summary>The scenario's own name; the file's when it cannot be read.</summary>
    public string Name { get; }

    /// <summary>The scenario's tags; they become test categories.</summary>
    public ImmutableArray<string> Tags { get; }

    internal ImmutableArray<string> Candidate { get; }

    /// <summary>The candidate from outside, where this scenario takes nothing of it.</summary>
    internal ImmutableArray<string> NotTaken { get; }

    /// <summary>
    /// A scenario that is written in code; it takes the candidate from outside as a file would. One that is invalid is a case that fails with
    /// its findings.
    /// </summary>
    /// <exception cref="InvalidOperationException">No folder above the tests holds a solution or a <c>.git</c>, from which its paths count.</exception>
    public static ScenarioCase InCode(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var root = ScenarioRoot.FindAbove(AppContext.BaseDirectory)
            ?? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds a solution or a '.git'; run the tests from a checkout.");
        return Of("in-code", null, inputs => PlanLoader.Load(scenario, root, inputs), TestOverrides.FromEnvironment());
    }

    /// <summary>Runs the scenario and fails with the last block of its report unless it passed.</summary>
    /// <exception cref="IgnoreException">
    /// No engine of this machine can run it; where one was asked for, or with <c>STAGE_NO_SKIP=1</c>, that is a failure. Or a candidate was
    /// given from outside of which the scenario takes nothing: it would pass, and say nothing about it. That is a failure with
    /// <c>STAGE_NO_SKIP=1</c>, too.
    /// </exception>
    /// <exception cref="AssertionException">The scenario is invalid, failed, was inconclusive, or its environment did not hold.</exception>
    public Task RehearseAsync() => RehearseAsync(new RehearsalOptions());

    /// <summary>The same with what the scenario is told from outside, such as its hooks. The engine is the one of the environment (<c>STAGE_ENGINE</c>).</summary>
    /// <exception cref="IgnoreException">No engine of this machine can run it; where one was asked for, or with <c>STAGE_NO_SKIP=1</c>, that is a failure.</exception>
    /// <exception cref="AssertionException">The scenario is invalid, failed, was inconclusive, or its environment did not hold.</exception>
    public async Task RehearseAsync(RehearsalOptions options)
    {
        if (broken is not null)
        {
            throw new AssertionException(broken);
        }

        var loaded = load!(Inputs(overrides));
        if (loaded.Plan is null)
        {
            throw new AssertionException(FindingRenderer.Render(loaded.Findings));
        }

        if (!loaded.Findings.IsEmpty)
        {
            // What is left out, for one: a green test must not hide it.
            await TestContext.Progress.WriteLineAsync(FindingRenderer.Render(loaded.Findings));
        }

        if (!NotTaken.IsEmpty)
        {
            SkipPolicy.Skip(
                $"The candidate {string.Join(" and ", NotTaken.Select(entry => $"'{entry}'"))} was given, and this scenario takes nothing of it: it would say "
                + "nothing about it. Name the path under 'candidate' of the scenario, or run it without a candidate.");
        }

        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        using var place = await StageLimit.AcquireAsync(StageTurn, TimeProvider.System, cancellationToken);
        var result = await RunAsync(loaded.Plan, loaded.RootDirectory, options, cancellationToken);
        foreach (var (attached, what) in RunAttachments.Of(result, TestContext.Out))
        {
            TestContext.AddTestAttachment(attached, what);
        }

        var block = LastBlock.Print(result.Verdict, result.Record, result.Folder.Path, TerminalStyle.Plain);
        TestContext.Out.WriteLine(block);
        if (result.Verdict.Outcome != Outcome.Passed)
        {
            throw new AssertionException(block);
        }
    }

    public override string ToString() => Name;

    private static async Task<RehearsalResult> RunAsync(
        ScenarioPlan plan, string rootDirectory, RehearsalOptions options, CancellationToken cancellationToken)
    {
        var engine = EngineWishes.FromEnvironment();
        try
        {
            return await Rehearsal.RunAsync(
                plan, rootDirectory, options with { Engine = engine, Preparation = TestContext.Progress.WriteLine }, cancellationToken);
        }
        catch (NoEngineException exception) when (engine != EngineWish.Auto)
        {
            // Whoever asks for an engine is not told that nothing failed.
            throw new AssertionException(exception.Message);
        }
        catch (BrowserMissingException exception)
        {
            SkipPolicy.Skip(exception.Message);
            throw;
        }
        catch (NoEngineException exception)
        {
            SkipPolicy.Skip(exception.Message);
            throw;
        }
    }

    internal static ScenarioCase FromFile(string root, string file, ImmutableArray<string> overrides)
    {
        var fallback = Path.GetRelativePath(root, file).Replace('\\', '/').Replace(".scenario.yaml", "", StringComparison.Ordinal);
        return Of(fallback, file, inputs => PlanLoader.Load(file, inputs), overrides);
    }

    internal static ScenarioCase Broken(string name, string reason) => new(name, load: null, file: null, reason, [], [], [], []);

    internal ScenarioCase NamedByFile() => new($"{Name} ({file})", load, file, broken, overrides, Tags, Candidate, NotTaken);

    private static ScenarioCase Of(string fallback, string? file, Func<ScenarioInputs, LoadResult> load, ImmutableArray<string> overrides)
    {
        if (load(Inputs([])).Plan is not { } plan)
        {
            return new ScenarioCase(fallback, load, file, broken: null, [], [], [], []);
        }

        ImmutableArray<string> own = [.. overrides.Where(entry => plan.Candidate.Contains(TestOverrides.PathOf(entry)))];
        return new ScenarioCase(plan.Name, load, file, broken: null, own, plan.Tags, plan.Candidate, own.IsEmpty ? overrides : []);
    }

    private static ScenarioInputs Inputs(ImmutableArray<string> overrides) =>
        new() { Overrides = overrides, Environment = Environment.GetEnvironmentVariable };
}
