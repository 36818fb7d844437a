using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;

namespace StagingHarness.Analysis.Causes;

/// <summary>Looks for what the failing servers have in common: what they logged, and what they carry.</summary>
public static class CauseFinder
{
    private const string NotCarried = "";

    private static readonly SuspectedCause Empty = new()
    {
        Error = null,
        Count = 0,
        Instances = [],
        Library = null,
        Failing = [],
        Differences = [],
    };

    /// <summary>Logs carry the host's wall clock, samples the monotonic one; the two may be this far apart.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(1);

    /// <summary>Null when no app answered wrongly and no step failed, or when nothing was found.</summary>
    public static SuspectedCause? Find(RunAnalysis analysis) =>
        FailingServers.Of(analysis) is { } servers ? FromServers(servers, analysis) : FromLastWords(analysis);

    private static SuspectedCause? FromServers(FailingServers servers, RunAnalysis analysis)
    {
        var attested = servers.Attested(servers.Failing).ToImmutableArray();
        ImmutableArray<ServerWords> words =
        [
            .. analysis.Record.Logs
                .Select(log => (Log: log, Attested: attested.FirstOrDefault(one => one.Instance == log.Instance && one.Generation == log.Generation)))
                .Where(one => one.Attested is not null)
                .Select(one => new ServerWords(
                    one.Log.Instance, one.Attested!.At > servers.From, one.Log.Entries.Where(entry => IsWithin(entry, servers)))),
        ];
        var logged = words.SelectMany(one => one.Entries.Select(entry => (one.Instance, entry.Text)));
        var cause = Build(logged, attested, servers);

        // Where what fails differs in its version from what works, the version speaks first; so does a library that is missing.
        var facet = analysis.Record.Plan.System.Provider is null || cause is { Differences.IsEmpty: false } or { Library: not null }
            ? null
            : FacetFinder.Find(FacetEvidence.Of(analysis, words, cause?.Error));
        return (cause, facet) switch
        {
            (_, null) => cause,
            ({ } found, _) => found with { Facet = facet },
            (null, _) => Empty with { Failing = servers.Failing, Facet = facet },
        };
    }

    /// <summary>Servers that never answered have left their last output in the reason of the failed step, or in their death.</summary>
    private static SuspectedCause? FromLastWords(RunAnalysis analysis)
    {
        var died = analysis.Record.Events.OfType<InstanceDied>()
            .SelectMany(death => death.LastOutput.Select(line => (death.Instance, line)));
        var failed = analysis.Record.Events.OfType<StepFailed>()
            .SelectMany(step => step.Reason.Split('\n').Select(line => ("", line)));
        return Build(died.Concat(failed), [], null);
    }

    private static SuspectedCause? Build(
        IEnumerable<(string Instance, string Text)> logged, ImmutableArray<InstanceAttested> attested, FailingServers? servers)
    {
        var mostFrequent = logged
            .Select(line => (line.Instance, Error: ErrorReader.Read(line.Text)))
            .Where(line => line.Error is not null)
            .GroupBy(line => line.Error!, line => line.Instance)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => MissingLibrary.Of(same.Key, []) is not null)
            .ThenBy(same => same.Key.ToString(), StringComparer.Ordinal)
            .FirstOrDefault();
        var differences = servers is null ? [] : Differences(servers);
        if (mostFrequent is null && differences.IsEmpty)
        {
            return null;
        }

        return new SuspectedCause
        {
            Error = mostFrequent?.Key,
            Count = mostFrequent?.Count() ?? 0,
            Instances = [.. (mostFrequent ?? Enumerable.Empty<string>()).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            Library = mostFrequent is null ? null : MissingLibrary.Of(mostFrequent.Key, attested.Select(one => one.Libraries)),
            Failing = servers?.Failing ?? [],
            Differences = differences,
            Family = servers is null ? null : MixedFamily.Of(attested.Select(one => one.Libraries), servers.Attested(servers.Working).Select(one => one.Libraries)),
        };
    }

    private static ImmutableArray<VersionDifference> Differences(FailingServers servers)
    {
        var worked = servers.Attested(servers.Working).ToImmutableArray();
        var failed = servers.Attested(servers.Failing).ToImmutableArray();
        if (worked.IsEmpty || failed.IsEmpty)
        {
            return [];
        }

        var libraries = worked.Concat(failed).SelectMany(one => one.Libraries.Keys).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. Difference("release", one => one.Version.Release, worked, failed),
            .. Difference("platform", one => one.Version.Platform, worked, failed),
            .. Difference("configuration", one => one.Version.Configuration ?? "none", worked, failed),
            .. libraries.SelectMany(name => Difference(name, one => one.Libraries.GetValueOrDefault(name, NotCarried), worked, failed)),
        ];
    }

    private static IEnumerable<VersionDifference> Difference(
        string what,
        Func<InstanceAttested, string> value,
        ImmutableArray<InstanceAttested> worked,
        ImmutableArray<InstanceAttested> failed)
    {
        var there = worked.Select(value).ToImmutableSortedSet(StringComparer.Ordinal);
        var here = failed.Select(value).ToImmutableSortedSet(StringComparer.Ordinal);
        if (!there.SetEquals(here))
        {
            yield return new VersionDifference(what, [.. there.Remove(NotCarried)], [.. here.Remove(NotCarried)]);
        }
    }

    private static bool IsWithin(LogEntry entry, FailingServers servers) =>
        entry.At >= servers.From - ClockSlack && entry.At <= servers.Until + ClockSlack;
}
