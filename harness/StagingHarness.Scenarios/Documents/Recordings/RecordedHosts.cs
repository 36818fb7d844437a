using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>A browser records what it asks of everybody; the service gets what was sent to the hosts that it stands for, and nothing else.</summary>
internal static class RecordedHosts
{
    private const int MostListed = 6;

    /// <summary>The requests to those hosts; null where the author has to say first which they are, which is a finding.</summary>
    /// <param name="requests">In the order of time.</param>
    /// <param name="hosts">As written; null for nothing.</param>
    /// <param name="file">The recording, as the scenario names it.</param>
    /// <param name="findings">Hears of what is missing or wrong.</param>
    public static ImmutableArray<RecordedRequest>? Choose(
        ImmutableArray<RecordedRequest> requests, Spanned<ImmutableArray<Spanned<string>>>? hosts, Spanned<string> file, FindingSink findings)
    {
        List<(string Name, int Count)> known =
        [
            .. requests.Where(request => request.Host is not null)
                .GroupBy(request => request.Host!, StringComparer.OrdinalIgnoreCase)
                .Select(host => (Name: host.Key, Count: host.Count()))
                .OrderByDescending(host => host.Count),
        ];
        return hosts is null ? ChooseOnly(requests, known, file, findings) : ChooseNamed(requests, known, hosts, findings);
    }

    private static ImmutableArray<RecordedRequest>? ChooseOnly(
        ImmutableArray<RecordedRequest> requests, List<(string Name, int Count)> known, Spanned<string> file, FindingSink findings)
    {
        if (known.Count <= 1)
        {
            return requests;
        }

        var list = string.Join(", ", known.Take(MostListed).Select(host => string.Create(CultureInfo.InvariantCulture, $"{host.Name} ({host.Count})")));
        var more = known.Count > MostListed ? $" and {known.Count - MostListed} more" : "";
        findings.Report(
            FindingCode.RecordingUnreadable,
            file.Span,
            $"recording '{file.Value}' holds requests to {known.Count} hosts: {list}{more}.",
            $"say which of them the service stands for: 'hosts: [\"{requests.First(request => request.Host is not null).Host}\"]'");
        return null;
    }

    private static ImmutableArray<RecordedRequest>? ChooseNamed(
        ImmutableArray<RecordedRequest> requests, List<(string Name, int Count)> known, Spanned<ImmutableArray<Spanned<string>>> hosts, FindingSink findings)
    {
        if (hosts.Value.IsEmpty)
        {
            // None of them could be read, and a finding says so.
            return null;
        }

        if (known.Count == 0 && !requests.IsEmpty)
        {
            findings.Report(
                FindingCode.KeyDoesNotFit, hosts.Span, "an access log does not say which host a request was sent to.", "remove 'hosts'; a HAR file says it");
            return null;
        }

        var strangers = hosts.Value.Where(host => !known.Exists(one => one.Name.Equals(host.Value, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var host in strangers)
        {
            findings.Report(
                FindingCode.RecordingUnreadable,
                host.Span,
                $"the recording holds no request to '{host.Value}' that would be replayed.",
                NearestName.Hint(host.Value, known.Select(one => one.Name)));
        }

        var wanted = hosts.Value.Select(host => host.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return strangers.Count > 0 ? null : [.. requests.Where(request => request.Host is { } host && wanted.Contains(host))];
    }
}
