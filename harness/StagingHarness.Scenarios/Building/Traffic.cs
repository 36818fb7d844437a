using System.Runtime.CompilerServices;

namespace StagingHarness.Scenarios.Building;

/// <summary>The traffic of valid requests.</summary>
public sealed record Traffic : KeyedValue<Traffic>
{
    private Traffic(SourceLine place)
        : base(place)
    {
    }

    /// <summary>Requests that leave on schedule, whatever comes back.</summary>
    /// <param name="service">Where the gateway leads.</param>
    /// <param name="perSecond">Requests per second of real time.</param>
    /// <param name="requests">In equal parts or by weight, in an order that the seed draws: <c>GET /path</c>, or a <see cref="Block"/> with <c>request</c> and <c>body</c>.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public static Traffic To(
        string service, int perSecond, Value[] requests, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var place = new SourceLine(file, line);
        return new Traffic(place).With(place, ("service", service), ("rate", FormattableString.Invariant($"{perSecond}/s")), ("requests", requests));
    }

    /// <summary>Names of the system's credentials; each request carries all of them.</summary>
    public Traffic WithCredentials(string[] names, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("credentials", names, file, line);

    /// <summary>Real time after which a request has failed.</summary>
    public Traffic TimesOutAfter(TimeSpan time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("timeout", time, file, line);

    /// <summary>How what was written is read back.</summary>
    /// <param name="list">Path of the first page.</param>
    /// <param name="ids">JSON pointer to the ids, in which <c>*</c> is every entry.</param>
    /// <param name="next">JSON pointer to the path of the next page.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public Traffic Ledger(string list, string ids, string? next = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Set("ledger", Block.Of(new SourceLine(file, line), ("list", list), ("ids", ids), ("next", next)), file, line);
}
