using System.Runtime.CompilerServices;

namespace StagingHarness.Scenarios.Building;

/// <summary>
/// What must be true: where (a phase), what, how often, and on how much (<see cref="Samples"/>). Common kinds have a method; the
/// keys of any other are <see cref="KeyedValue{TSelf}.Set"/>.
/// </summary>
public sealed record Expectation : KeyedValue<Expectation>
{
    private Expectation(SourceLine place)
        : base(place)
    {
    }

    /// <summary>An expectation of that name, which must be unique.</summary>
    public static Expectation Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new Expectation(new SourceLine(file, line)).Set("name", name, file, line);

    /// <summary>The phase that it looks at.</summary>
    public Expectation During(string phase, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("phase", phase, file, line);

    /// <summary>The phases that it looks at.</summary>
    public Expectation During(string[] phases, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("phase", phases, file, line);

    /// <summary>Requests that were due; what is given must all hold.</summary>
    /// <param name="right">Answered 2xx, or not.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="by">Who answered: <c>app</c>, <c>gateway</c>, <c>nobody</c> or <c>unknown</c>.</param>
    /// <param name="signature">What a wrong answer is like, such as <c>timed-out</c>.</param>
    /// <param name="slowerThan">Real time.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public Expectation Answers(
        bool? right = null,
        int? status = null,
        string? by = null,
        string? signature = null,
        TimeSpan? slowerThan = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var condition = Block.Of(
            new SourceLine(file, line), ("status", status), ("right", right), ("by", by), ("signature", signature), ("slower-than", slowerThan));
        return Set("answers", condition, file, line);
    }

    /// <summary>Health checks that are answered with that status.</summary>
    public Expectation Health(int status, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("health", Block.Of(new SourceLine(file, line), ("status", status)), file, line);

    /// <summary>Answers of the app, by the version that its server attests.</summary>
    public Expectation Served(string? release = null, string? platform = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("served", Block.Of(new SourceLine(file, line), ("release", release), ("platform", platform)), file, line);

    /// <summary>Lines that servers write.</summary>
    public Expectation Log(string pattern, string? service = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("log", Block.Of(new SourceLine(file, line), ("pattern", pattern), ("service", service)), file, line);

    /// <summary>The state of servers: <c>running</c>, <c>stopped</c> or <c>crashed</c>.</summary>
    public Expectation Instances(string state, string? service = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("instance", Block.Of(new SourceLine(file, line), ("state", state), ("service", service)), file, line);

    /// <summary>A percentile of the latency, such as <c>p99</c>, that is at most so much real time.</summary>
    public Expectation Latency(string percentile, TimeSpan atMost, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("latency", Block.Of(new SourceLine(file, line), ("percentile", percentile), ("at-most", atMost)), file, line);

    /// <summary>The detection pages.</summary>
    public Expectation Paged([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("page", "sent", file, line);

    /// <summary>Nobody is paged.</summary>
    public Expectation NobodyPaged([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("page", "none", file, line);

    /// <summary>Milestones, all of which must come, in this order.</summary>
    public Expectation InOrder(string[] milestones, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("order", milestones, file, line);

    /// <summary>
    /// What was sent against what was read back, acknowledged (lost, doubled) or not (present all the same): <c>0</c>, <c>at most 3</c>,
    /// <c>at least 1</c>.
    /// </summary>
    public Expectation Ledger(
        string? lost = null, string? doubled = null, string? unacknowledgedPresent = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set(
            "ledger",
            Block.Of(new SourceLine(file, line), ("lost", lost), ("doubled", doubled), ("unacknowledged-present", unacknowledgedPresent)),
            file,
            line);

    /// <summary>In this share of all that was looked at: <c>100 %</c>, <c>none</c>, <c>at least 99 %</c>, <c>at most 1 %</c>.</summary>
    public Expectation Share(string bounds, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("share", bounds, file, line);

    /// <summary>Each time.</summary>
    public Expectation Always([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("always", true, file, line);

    /// <summary>So often at least: <c>3 times</c>, or <c>5/s</c>.</summary>
    public Expectation AtLeast(string often, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("at-least", often, file, line);

    /// <summary>So often at most.</summary>
    public Expectation AtMost(string often, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("at-most", often, file, line);

    /// <summary>So much real time after the phase began; of a page, after the first wrong answer.</summary>
    public Expectation Within(TimeSpan time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("within", time, file, line);

    /// <summary>Of every single server.</summary>
    public Expectation OnEachInstance([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("each-instance", true, file, line);

    /// <summary>As many, at least; with fewer it is inconclusive.</summary>
    /// <param name="samples">In all.</param>
    /// <param name="perInstance">Of every single server.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public Expectation Samples(int samples, int? perInstance = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new SourceLine(file, line), ("samples", samples), ("samples-per-instance", perInstance));

    /// <summary>It is measured and shown, and decides nothing.</summary>
    public Expectation ReportOnly([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("report-only", true, file, line);
}
