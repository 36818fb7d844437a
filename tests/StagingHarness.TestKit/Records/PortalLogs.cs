using System.Collections.Immutable;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.TestKit.Records;

/// <summary>What the servers of the client portal write when release 2.0 meets platform 1.</summary>
public static class PortalLogs
{
    public const string MissingLibrary =
        "System.IO.FileNotFoundException: Could not load file or assembly 'Microsoft.IdentityModel.Tokens, Version=8.23.0.0, "
        + "Culture=neutral, PublicKeyToken=31bf3856ad364e35'. The system cannot find the file specified.";

    /// <summary>One unhandled exception for each wrong answer, in the log of the server that gave it.</summary>
    public static ImmutableArray<InstanceLog> Of(ImmutableArray<Sample> samples, int firstStamp, int generation) =>
    [
        .. Enumerable.Range(0, 4).Select(server => new InstanceLog(
            $"portal-{server + 1}",
            generation,
            [.. samples.Where(sample => sample.Stamp == firstStamp + server).SelectMany(Entries)])),
    ];

    /// <summary>What they write when they start, and nothing else.</summary>
    public static ImmutableArray<InstanceLog> Started(int generation, int at) =>
    [
        .. Enumerable.Range(1, 4).Select(server => new InstanceLog(
            $"portal-{server}", generation, [new LogEntry(TimeSpan.FromMilliseconds(at), false, "info: Now listening on: http://127.0.0.1:5000")])),
    ];

    private static IEnumerable<LogEntry> Entries(Sample sample)
    {
        yield return new LogEntry(sample.Done, false, "2026-05-13T13:55:00.000Z fail: Microsoft.AspNetCore.Server.Kestrel[13]");
        yield return new LogEntry(sample.Done, false, $"      Connection id \"0HNGABCDEFGHI\", Request id \"0HNGABCDEFGHI:{sample.Sequence:X8}\": An unhandled exception was thrown by the application.");
        yield return new LogEntry(sample.Done, false, "      " + MissingLibrary);
        yield return new LogEntry(sample.Done, false, "         at ClientPortal.Release.SignIn.AccessTokenFilter.InvokeAsync(HttpContext context)");
    }
}
