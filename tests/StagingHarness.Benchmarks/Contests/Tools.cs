using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>The load generators that people know, and how each is told what to send.</summary>
internal static partial class Tools
{
    /// <summary>Its rate is that of each of its connections.</summary>
    public static ToolContestant Hey(string program) => new()
    {
        Name = "hey",
        Program = program,
        Arguments = static load =>
        [
            "-z", Seconds(load) + "s",
            "-c", ToolContestant.Text(load.Connections),
            .. load.PerSecond is { } rate ? new[] { "-q", ToolContestant.Text((double)rate / load.Connections) } : [],
            load.Target.ToString(),
        ],
        Answered = static output => Number(HeyAnswered().Match(output)),
        KeepsRate = true,
        ClosesLoop = true,
    };

    /// <summary>Knows no rate.</summary>
    public static ToolContestant Wrk(string program) => new()
    {
        Name = "wrk",
        Program = program,
        Arguments = static load => ["-t", "1", "-c", ToolContestant.Text(load.Connections), "-d", Seconds(load) + "s", load.Target.ToString()],
        Answered = static output => output.Contains("Non-2xx", StringComparison.Ordinal) ? null : Number(WrkAnswered().Match(output)),
        KeepsRate = false,
        ClosesLoop = true,
    };

    public static ToolContestant Autocannon(string program) => new()
    {
        Name = "autocannon",
        Program = program,
        Arguments = static load =>
        [
            "--json", "--no-progress",
            "-c", ToolContestant.Text(load.Connections),
            "-d", Seconds(load),
            .. load.PerSecond is { } rate ? new[] { "-R", ToolContestant.Text(rate) } : [],
            load.Target.ToString(),
        ],
        Answered = static output => JsonDocument.Parse(output).RootElement.GetProperty("2xx").GetInt64(),
        KeepsRate = true,
        ClosesLoop = true,
    };

    private static string Seconds(Load load) => ToolContestant.Text(load.Duration.TotalSeconds);

    private static long? Number(Match match) => match.Success ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\[200\]\s+(\d+) responses")]
    private static partial Regex HeyAnswered();

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex WrkAnswered();
}
