using System.Collections.Immutable;
using StagingHarness.Analysis.Ledgers;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>The record of a calm run whose traffic places orders; all of them are read back at its end.</summary>
public static class WritingRun
{
    public const string Sha256 = "1ed9e6";

    public static RunRecord Record() => CalmRun
        .Record(IncidentPlans.Gate(IncidentPlans.Compatible).WithWrites("C3") with { Expectations = WritingPlans.Expectations })
        .WithIds(written => written);

    /// <summary>Other ids are read back, and the journal tells what they come to.</summary>
    /// <param name="record">Whose samples stay as they are.</param>
    /// <param name="change">Given the id of every write that was sent, in order.</param>
    public static RunRecord WithIds(this RunRecord record, Func<ImmutableArray<string>, ImmutableArray<string>> change)
    {
        ImmutableArray<string> ids = change([.. record.Samples.Where(sample => sample.Route == 0).Select(sample => RequestId.Of(record.Plan.Seed, sample.Sequence))]);
        var count = LedgerCount.Of(record.Plan, record.Samples, ids);
        var read = new LedgerRead
        {
            At = TimeSpan.FromMilliseconds(25_720),
            Step = "C3",
            Instance = "portal-1",
            Pages = 1,
            NamesNext = true,
            Ids = ids.Length,
            IdsSha256 = Sha256,
            Sent = count.Sent,
            Acknowledged = count.Acknowledged,
            Lost = count.Lost.Length,
            Doubled = count.Doubled.Length,
            Unacknowledged = count.UnacknowledgedPresent,
            UnacknowledgedAbsent = count.UnacknowledgedAbsent,
            WarmUp = count.WarmUp,
            Foreign = count.Foreign,
        };
        return Closed(record.Without(happened => happened.Step == "C3"), read) with { LedgerIds = ids, LedgerSha256 = Sha256 };
    }

    private static RunRecord Closed(RunRecord record, LedgerRead read) => record
        .With(new StepStarted { At = TimeSpan.FromMilliseconds(25_700), Step = "C3", Sentence = "Read back what was written" })
        .With(read)
        .With(new StepCompleted
        {
            At = TimeSpan.FromMilliseconds(25_730),
            Step = "C3",
            Receipt = "the ids were read back",
            Took = TimeSpan.FromMilliseconds(30),
            Scripted = TimeSpan.Zero,
            Overrun = TimeSpan.Zero,
        });
}
