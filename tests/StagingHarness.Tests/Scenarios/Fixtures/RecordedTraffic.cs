using System.Collections.Immutable;
using FluentAssertions;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Recordings, line by line, and scenarios that replay them.</summary>
internal static class RecordedTraffic
{
    private const string Written = "  rate: 100/s\n  requests: [GET /api/account, GET /api/orders]\n";

    public static TrafficPlan Traffic(string replay, string recording)
    {
        using var fixture = new ScenarioFixture();
        var result = Load(fixture, replay, recording);

        // Of so little traffic, expectations cannot have their samples.
        FindingRenderer.Render([.. result.Findings.Where(finding => finding.Code.Id != "SH0215")]).Should().BeEmpty();
        return result.Plan!.Traffic;
    }

    public static LoadResult Load(ScenarioFixture fixture, string replay, string recording, string? instead = null)
    {
        fixture.Write("scenarios/recorded", recording);
        fixture.Replace(ScenarioFixture.ScenarioFile, instead is null ? Written : $"  replay: {instead}\n", $"  replay: {replay}\n");
        return fixture.Load();
    }

    public static string Log(params ImmutableArray<string> lines) => string.Concat(lines.Select(line => $"{line}\n"));

    public static string Line(string at, string request, string status = "200") => Whole(at, $"{request} HTTP/1.1", status);

    public static string Whole(string at, string request, string status) =>
        $"203.0.113.7 - alice [13/May/2023:{at} +0000] \"{request}\" {status} 512 \"-\" \"Mozilla/5.0 (X11; \\\"Linux\\\")\"";

    /// <summary>An entry a line, from the second on.</summary>
    public static string Har(params ImmutableArray<string> entries) => $"{{ \"log\": {{ \"version\": \"1.2\", \"entries\": [\n{string.Join(",\n", entries)}\n] }} }}\n";

    public static string Entry(string second, string method, string url, int? status, string more = "", string redirect = "") =>
        $"{{ \"startedDateTime\": \"2023-05-13T13:55:{second}Z\", \"request\": {{ \"method\": \"{method}\", \"url\": \"{url}\"{more} }}, "
        + $"\"response\": {{ {(status is { } answered ? $"\"status\": {answered}, " : "")}\"redirectURL\": \"{redirect}\" }} }}";
}
