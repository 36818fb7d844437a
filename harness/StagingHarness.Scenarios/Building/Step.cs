using System.Runtime.CompilerServices;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Building;

/// <summary>
/// A step of a scenario or of its runbook. Common kinds have a method; any other is <see cref="OfKind"/>, and any key below the kind is
/// <see cref="KeyedValue{TSelf}.Set"/>.
/// </summary>
public sealed record Step : KeyedValue<Step>
{
    private readonly string _kind;

    private Step(string kind, SourceLine place)
        : base(place)
    {
        _kind = kind;
    }

    private BlockEntry? Start { get; init; }

    /// <summary>A step of that kind, with nothing below it yet.</summary>
    /// <param name="kind">As a scenario file writes it, such as <c>every-prefix</c>.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public static Step OfKind(string kind, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(kind, new SourceLine(file, line));

    /// <summary>Places a version on every server and starts it beside the old one, without traffic.</summary>
    public static Step Stage([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => OfKind("stage", file, line);

    /// <summary>Hands all traffic over to what is staged, at once.</summary>
    public static Step Activate([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => OfKind("activate", file, line);

    /// <summary><see cref="Stage"/> and <see cref="Activate"/> in one.</summary>
    public static Step Upgrade([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => OfKind("upgrade", file, line);

    /// <summary>Upgrades <paramref name="batch"/> servers at a time, and waits so much incident time after each of them.</summary>
    public static Step Rolling(
        int? batch = null, IncidentDuration? pause = null, bool? surge = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("rolling", file, line).With(new SourceLine(file, line), ("batch", batch), ("pause", pause), ("surge", surge));

    /// <summary>Gives so many fresh servers one share of the traffic after the other, each for so much incident time.</summary>
    public static Step Canary(
        Share[] shares, IncidentDuration hold, int? instances = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("canary", file, line).With(
            new SourceLine(file, line), ("instances", instances), ("shares", shares.Select(share => (Value)share).ToArray()), ("hold", hold));

    /// <summary>Switches to a second set of servers; the old one goes on running for <paramref name="keep"/> of incident time.</summary>
    public static Step BlueGreen(
        IncidentDuration bake, IncidentDuration? keep = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("blue-green", file, line).With(new SourceLine(file, line), ("bake", bake), ("keep", keep));

    /// <summary>Adds so many new servers for good.</summary>
    public static Step Join(int? instances = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("join", file, line).With(new SourceLine(file, line), ("instances", instances));

    /// <summary>Goes on only when the gate's expectations are met.</summary>
    public static Step Gate(Gate gate, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return OfKind("gate", file, line) with { Entries = gate.Entries };
    }

    /// <summary>Brings the service back to what served before its upgrade began.</summary>
    public static Step Revert(int? batch = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("revert", file, line).With(new SourceLine(file, line), ("batch", batch));

    /// <summary>Keeps the traffic flowing for so much incident time.</summary>
    public static Step Watch(IncidentDuration time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("watch", file, line).With(new SourceLine(file, line), ("for", time));

    /// <summary>Places what served before the last activation; nothing changes until the restart.</summary>
    public static Step RollBack(IncidentDuration? takes = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("roll-back", file, line).With(new SourceLine(file, line), ("takes", takes));

    /// <summary>Stops every server and starts what is placed on it.</summary>
    public static Step Restart(IncidentDuration? takes = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("restart", file, line).With(new SourceLine(file, line), ("takes", takes));

    /// <summary>Breaks something, for a while or until it is healed.</summary>
    public static Step Break(Fault fault, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return OfKind("fault", file, line) with { Entries = fault.Entries };
    }

    /// <summary>Ends the fault of that name.</summary>
    public static Step Heal(string fault, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("heal", file, line).With(new SourceLine(file, line), ("fault", fault));

    /// <summary>Runs a job of the system, once and to its end.</summary>
    public static Step Job(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("job", file, line).With(new SourceLine(file, line), ("name", name));

    /// <summary>Runs code that is handed in with the run, by its name.</summary>
    public static Step Hook(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("hook", file, line).With(new SourceLine(file, line), ("name", name));

    /// <summary>In a runbook: somebody answers the page after so much incident time.</summary>
    public static Step Acknowledge(IncidentDuration after, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("acknowledge", file, line).With(new SourceLine(file, line), ("after", after));

    /// <summary>In a runbook: somebody knows what to do after so much incident time.</summary>
    public static Step Decide(IncidentDuration after, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("decide", file, line).With(new SourceLine(file, line), ("after", after));

    /// <summary>The step begins at that incident time, written as <c>13:55</c>.</summary>
    public Step At(string time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(time);
        return this with { Start = new BlockEntry("at", new SourceLine(file, line), time) };
    }

    /// <summary>The service that it acts on, where it is not that of the scenario's upgrade.</summary>
    public Step On(string service, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("service", service, file, line);

    /// <summary>The target, where it is not that of the scenario's upgrade.</summary>
    public Step To(
        string? release = null,
        string? platform = null,
        string? configuration = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        Set("to", Block.Of(new SourceLine(file, line), ("release", release), ("platform", platform), ("configuration", configuration)), file, line);

    /// <summary>Names the phase that begins when its traffic is handed over.</summary>
    public Step Begins(string phase, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("begins", phase, file, line);

    /// <summary>Of a strategy: the gate after each of its stretches.</summary>
    public Step Behind(Gate gate, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("gate", gate, file, line);

    internal override SyntaxNode ToSyntax(CodeFiles files, SourceLine place)
    {
        var kind = new BlockEntry(_kind, Place, new Block(Place) { Entries = Entries });
        return new Block(Place) { Entries = Start is null ? [kind] : [kind, Start] }.ToMapping(files);
    }
}
