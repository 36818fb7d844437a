using System.Runtime.CompilerServices;

namespace StagingHarness.Scenarios.Building;

/// <summary>
/// A scenario, written in code instead of a file. It is read, checked and planned by the same code, so that the language, its defaults and
/// its findings are the same; findings name the line of code. Paths count from the scenario root.
/// </summary>
public sealed record Scenario : KeyedValue<Scenario>
{
    private Scenario(SourceLine place)
        : base(place)
    {
    }

    /// <summary>A scenario of that name: lower-case letters, digits and hyphens, unique among yours.</summary>
    public static Scenario Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new Scenario(new SourceLine(file, line)).Set("scenario", name, file, line);

    /// <summary>The scenario file that this one builds on, relative to the scenario root.</summary>
    public Scenario Extends(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("extends", path, file, line);

    /// <summary>One line for reports.</summary>
    public Scenario Title(string title, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("title", title, file, line);

    /// <summary>It passes when the described failure appears.</summary>
    public Scenario Reproduces([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("intent", "reproduce", file, line);

    /// <summary>It passes only when nothing breaks, in the whole run or from the beginning of a phase on.</summary>
    public Scenario Protects(string? from = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new SourceLine(file, line), ("intent", "protect"), ("protect-from", from));

    /// <summary>Test categories.</summary>
    public Scenario Tags(string[] tags, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("tags", tags, file, line);

    /// <summary>Where the story comes from.</summary>
    public Scenario Source(string source, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("source", source, file, line);

    /// <summary>Paths that a test run may set from outside, such as <c>upgrade.to.release</c>.</summary>
    public Scenario Candidate(string[] paths, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("candidate", paths, file, line);

    /// <summary>The system file, relative to the scenario root.</summary>
    public Scenario System(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("system", path, file, line);

    /// <summary>Everything random is drawn from it.</summary>
    public Scenario Seed(long seed, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("seed", seed, file, line);

    /// <summary>The incident's clock.</summary>
    /// <param name="starts">Incident time when the baseline begins, such as <c>13:53</c>.</param>
    /// <param name="minute">Real time of one incident minute.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public Scenario Clock(string? starts = null, TimeSpan? minute = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("clock", Block.Of(new SourceLine(file, line), ("starts", starts), ("minute", minute)), file, line);

    /// <summary>So many servers of a service, and what runs on them; once for each service.</summary>
    public Scenario Stage(
        string service,
        int instances,
        string release,
        string? platform = null,
        string? configuration = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var place = new SourceLine(file, line);
        var servers = Block.Of(place, ("instances", instances), ("release", release), ("platform", platform), ("configuration", configuration));
        return Set("stage", (Get("stage") as Block ?? new Block(place)).Set(service, servers, file, line), file, line);
    }

    /// <summary>What steps take that name nothing themselves.</summary>
    public Scenario Upgrade(
        string? service = null,
        string? release = null,
        string? platform = null,
        string? configuration = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var place = new SourceLine(file, line);
        var to = Block.Of(place, ("release", release), ("platform", platform), ("configuration", configuration));
        return Set("upgrade", Block.Of(place, ("service", service), ("to", to)), file, line);
    }

    /// <summary>The traffic that flows meanwhile.</summary>
    public Scenario Under(Traffic traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("traffic", traffic, file, line);

    /// <summary>Answers, all right, before anything is changed.</summary>
    public Scenario Baseline(int samples, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("baseline", Block.Of(new SourceLine(file, line), ("samples", samples)), file, line);

    /// <summary>What happens, one after the other: behind the steps that are there already.</summary>
    public Scenario Steps(params ReadOnlySpan<Step> steps) => WithMore("steps", steps);

    /// <summary>The runbook: behind the steps that are there already; none at all says that nobody answers.</summary>
    public Scenario OnPage(params ReadOnlySpan<Step> steps) => WithMore("on-page", steps);

    /// <summary>The closing measurement: so many samples that are all right, in so much real time at least.</summary>
    public Scenario Verify(int? samples = null, TimeSpan? time = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("verify", Block.Of(new SourceLine(file, line), ("samples", samples), ("for", time)), file, line);

    /// <summary>What must be true: behind what is there already.</summary>
    public Scenario Expect(params ReadOnlySpan<Expectation> expectations) => WithMore("expect", expectations);

    /// <summary>The source file in which it was begun.</summary>
    internal string FileName(CodeFiles files) => files.Name(Place.Path);
}
