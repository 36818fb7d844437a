using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>Runs as reports must be able to show them, one of each kind.</summary>
public static class ReportRuns
{
    public static RunRecord Passed => CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)) with { Sources = [Source] };

    public static RunRecord Failed => IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible)) with { Sources = [Source] };

    public static RunRecord Reproduced => IncidentRun.Record(IncidentPlans.Replay());

    public static RunRecord Inconclusive => Passed.Change<ProviderRead>(read => read with { UnmatchedCount = 2, Unmatched = ["GET /userinfo", "GET /<b>"] });

    /// <summary>Expectations are not met, and the samples are not those of the journal, so nothing is proved.</summary>
    public static RunRecord FailedAndUndermined => Failed with { SamplesSha256 = new string('0', 64) };

    /// <summary>Somebody pressed Ctrl+C while the traffic flowed.</summary>
    public static RunRecord Aborted => Reproduced.Change<RunEnded>(ended => ended with { Ending = RunEnding.Aborted, Cause = "interrupted by Ctrl+C" });

    /// <summary>It was killed two seconds after its first event, before any traffic.</summary>
    public static RunRecord TwoSeconds
    {
        get
        {
            var record = Passed;
            return record.CutTo(record.Events.Count(happened => happened.At < TimeSpan.FromSeconds(1.7))) with { Samples = [], SamplesSha256 = null, Logs = [] };
        }
    }

    private static SourceFile Source => new(
        IncidentPlans.Gate(IncidentPlans.Compatible).Expectations[0].Place.File, string.Concat(Enumerable.Range(1, 80).Select(line => $"# line {line} of a <scenario>\n")));
}
