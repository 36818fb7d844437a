using System.Globalization;
using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>
/// Reads access logs in the common and the combined format (Apache httpd, mod_log_config; nginx writes the same). They know whole seconds, so
/// the requests of a second are spread evenly over it.
/// </summary>
internal static partial class AccessLogReader
{
    public static IEnumerable<RecordedRequest> Read(SourceText source, RecordingFindings findings)
    {
        var read = new List<RecordedRequest>();
        for (var number = 1; source.Line(number) is { } line; number++)
        {
            if (line.Length > 0 && ReadLine(number, line, findings) is { } request)
            {
                read.Add(request);
            }
        }

        // A line is written when its request has ended, so that they are not quite in order.
        return read.GroupBy(request => request.At).OrderBy(second => second.Key).SelectMany(Spread);
    }

    private static RecordedRequest? ReadLine(int number, string line, RecordingFindings findings)
    {
        if (Line().Match(line) is not { Success: true } match)
        {
            findings.Report(
                number,
                "this is no line of an access log.",
                "write it like '203.0.113.7 - - [13/May/2023:13:55:36 +0000] \"GET /api/account HTTP/1.1\" 200 512'; a recording of a browser is a HAR file");
            return null;
        }

        if (!DateTimeOffset.TryParseExact(
            match.Groups["at"].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            findings.Report(number, $"'{match.Groups["at"].Value}' is no time of an access log.", "write it like '13/May/2023:13:55:36 +0000'");
            return null;
        }

        if (Request().Match(match.Groups["request"].Value) is not { Success: true } request)
        {
            findings.LeaveOut(number);
            return null;
        }

        if (Dots().IsMatch(request.Groups["path"].Value))
        {
            findings.LeaveOutUnlike(number);
            return null;
        }

        return new RecordedRequest(number, at, request.Groups["method"].Value, request.Groups["path"].Value)
        {
            Status = int.TryParse(match.Groups["status"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0,
        };
    }

    private static IEnumerable<RecordedRequest> Spread(IGrouping<DateTimeOffset, RecordedRequest> second)
    {
        var count = second.Count();
        return second.Select((request, index) => request with { At = request.At + (TimeSpan.FromSeconds(1) * index / count) });
    }

    [GeneratedRegex("""^\S+ \S+ .+? \[(?<at>[^\]]*)\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{1,3}|-) (?:\d+|-)(?: .*)?$""")]
    private static partial Regex Line();

    /// <summary>
    /// The line of a request (RFC 9112, 3) for a path on the server. Ports that everybody reaches hear much else, too: nothing at all, handshakes of
    /// TLS, proxies' requests. Servers write bytes that are no text behind a backslash.
    /// </summary>
    [GeneratedRegex("""^(?<method>[A-Za-z0-9!#$%&'*+.^_`|~-]+) (?<path>/[^ \\]*)(?: HTTP/[0-9.]+)?$""")]
    private static partial Regex Request();

    /// <summary>Segments that clients take out before they send a path (RFC 3986, 5.2.4); scanners do not.</summary>
    [GeneratedRegex("""^[^?]*/(?:\.|%2[eE]){1,2}(?:[/?]|$)""")]
    private static partial Regex Dots();
}
