using System.Runtime.CompilerServices;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Building;

/// <summary>Something to be broken. Common kinds have a method; any other is <see cref="OfKind"/>.</summary>
public sealed record Fault : KeyedValue<Fault>
{
    private Fault(SourceLine place)
        : base(place)
    {
    }

    /// <summary>A fault of that kind.</summary>
    /// <param name="kind">As a scenario file writes it, such as <c>full-disk</c>.</param>
    /// <param name="what">What stands below the kind.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public static Fault OfKind(string kind, Block what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new Fault(new SourceLine(file, line)).Set(kind, what, file, line);

    /// <summary>SIGKILL to these servers.</summary>
    public static Fault Kill(string[] instances, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfInstances("kill", instances, new SourceLine(file, line));

    /// <summary>SIGTERM to these servers.</summary>
    public static Fault Stop(string[] instances, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfInstances("stop", instances, new SourceLine(file, line));

    /// <summary>These servers stand still: connections stay open, nothing is answered.</summary>
    public static Fault Pause(string[] instances, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfInstances("pause", instances, new SourceLine(file, line));

    /// <summary>What <paramref name="to"/> answers arrives so much real time later.</summary>
    public static Fault Latency(
        string from, string to, TimeSpan delay, TimeSpan? jitter = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var place = new SourceLine(file, line);
        return OfKind("latency", Block.Of(place, ("from", from), ("to", to), ("delay", delay), ("jitter", jitter)), file, line);
    }

    /// <summary>New connections are refused, open ones are cut.</summary>
    public static Fault Refuse(string from, string to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        OfKind("refuse", Block.Of(new SourceLine(file, line), ("from", from), ("to", to)), file, line);

    /// <summary>Names the fault, and the phase in which it lasts.</summary>
    public Fault Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("name", name, file, line);

    /// <summary>It lasts for so much incident time; else until it is healed.</summary>
    public Fault For(IncidentDuration time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("for", time, file, line);

    private static Fault OfInstances(string kind, string[] instances, SourceLine place) =>
        new Fault(place).With(place, (kind, Block.Of(place, ("instances", instances))));
}
