using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class LedgerEvaluatorTests
{
    private static readonly LedgerExpectationPlan Nothing = WritingPlans.Expectations.OfType<LedgerExpectationPlan>().Single();

    [Test]
    public void Everything_there_once_is_met()
    {
        var result = Evaluate(WritingRun.Record());

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("lost 0 and doubled 0 of what was acknowledged");
        result.Got.Should().Be("lost 0 and doubled 0 of 1,175 acknowledged writes, of 1,175 sent; not acknowledged: 0 present, 0 absent");
        result.Samples.ToString().Should().Be("1,175 acknowledged writes, at least 100 needed");
    }

    [Test]
    public void Page_that_does_not_name_the_next_one_proves_neither_loss_nor_its_absence()
    {
        var partly = WritingRun.Record().WithIds(written => written[..100]).Change<LedgerRead>(read => read with { NamesNext = false });

        var result = Evaluate(partly, Nothing with { Lost = null });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().EndWith("see whether 'ledger.next' leads to the next page");
        Evaluate(partly, Nothing with { Lost = new CountBounds(1, long.MaxValue), Doubled = null }).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void List_in_which_not_one_write_is_found_proves_no_loss()
    {
        var empty = WritingRun.Record().WithIds(_ => []);

        Evaluate(empty, Nothing with { Lost = new CountBounds(1, long.MaxValue) }).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(empty, Nothing with { Lost = null }).Standing.Should().Be(Standing.Inconclusive, "nothing there, nothing doubled");
        Evaluate(empty, Nothing with { Lost = null, Doubled = null, UnacknowledgedPresent = new CountBounds(0, 0) }).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(empty).Standing.Should().Be(Standing.NotMet, "whoever expects no loss has lost all");
    }

    [Test]
    public void One_lost_write_is_not_met_and_named()
    {
        var result = Evaluate(WritingRun.Record().WithIds(written => written.RemoveAt(500)));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be(
            "lost 1 and doubled 0 of 1,175 acknowledged writes, of 1,175 sent; not acknowledged: 0 present, 0 absent; lost: '20230513-1000' (due 14:03:00 (+12 s), answered 200 by portal-1 on release 2.0 on platform 2)");
    }

    [Test]
    public void Doubled_writes_are_not_met_and_the_first_are_named()
    {
        var result = Evaluate(WritingRun.Record().WithIds(written => [.. written, .. written.Take(5)]));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().StartWith("lost 0 and doubled 5 of 1,175 acknowledged writes, of 1,175 sent; not acknowledged: 0 present, 0 absent; doubled: '20230513-0' (due 13:53:00 (+2 s)").And.EndWith(" and 2 others");
    }

    [Test]
    public void Writes_that_nobody_acknowledged_are_told_as_kept_or_not_and_no_failure()
    {
        var record = WritingRun.Record().Answering((_, sample) => sample.Sequence switch
        {
            100 => SampleAnswer.Nobody(Failure.ConnectionLost),
            102 or 104 => SampleAnswer.Gateway(502),
            _ => null,
        });

        var result = Evaluate(record.WithIds(written => written.RemoveRange(51, 2)));

        result.Standing.Should().Be(Standing.Met);
        result.Got.Should().Be("lost 0 and doubled 0 of 1,172 acknowledged writes, of 1,175 sent; not acknowledged: 1 present, 2 absent");
    }

    [TestCase(0L, 0L, Standing.NotMet, "0")]
    [TestCase(0L, 1L, Standing.Met, "at most 1")]
    [TestCase(2L, long.MaxValue, Standing.NotMet, "at least 2")]
    public void Writes_that_nobody_acknowledged_may_be_asked_for(long least, long most, Standing standing, string bounds)
    {
        var record = WritingRun.Record().Answering((_, sample) => sample.Sequence is 100 or 102 ? SampleAnswer.Nobody(Failure.ConnectionLost) : null);
        var asks = Nothing with { Lost = null, Doubled = null, UnacknowledgedPresent = new CountBounds(least, most) };

        var result = Evaluate(record.WithIds(written => written.RemoveAt(51)), asks);

        result.Standing.Should().Be(standing);
        result.Wanted.Should().Be($"present without having been acknowledged: {bounds}");
        Evaluate(record.WithIds(written => written.RemoveAt(51)), asks with { MinimumSamples = 2000 }).Standing
            .Should().Be(most == 0 ? Standing.NotMet : Standing.Inconclusive, "one too many stays one too many");
    }

    [Test]
    public void Too_few_writes_are_inconclusive_and_a_loss_among_them_is_a_loss()
    {
        var demanding = Nothing with { MinimumSamples = 2000 };

        var few = Evaluate(WritingRun.Record(), demanding);

        few.Standing.Should().Be(Standing.Inconclusive);
        few.Reason.Should().Be("1,175 acknowledged writes of at least 2,000 needed");
        Evaluate(WritingRun.Record().WithIds(written => written.RemoveAt(0)), demanding).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void No_acknowledged_write_at_all_is_inconclusive()
    {
        var record = WritingRun.Record().Answering((_, _) => SampleAnswer.Gateway(503)).WithIds(_ => []);

        Evaluate(record, Nothing with { MinimumSamples = 1 }).Reason.Should().Be("0 acknowledged writes of at least 1 needed");
    }

    [TestCase(1, Standing.Met)]
    [TestCase(2, Standing.NotMet)]
    public void Loss_that_is_wanted_must_come(int wanted, Standing standing)
    {
        var loses = Nothing with { Lost = new CountBounds(wanted, long.MaxValue), Doubled = null };

        var result = Evaluate(WritingRun.Record().WithIds(written => written.RemoveAt(0)), loses);

        result.Standing.Should().Be(standing);
        result.Wanted.Should().Be($"lost at least {wanted} of what was acknowledged");
    }

    [Test]
    public void Ledger_that_was_not_read_is_inconclusive()
    {
        var unread = WritingRun.Record().Without(happened => happened is LedgerRead);

        Evaluate(unread).Reason.Should().Be("the journal says nothing of what was read back");
        Evaluate(unread.Change<StepCompleted>(step => step.Step == "C3" ? Failed(step) : step)).Reason.Should().Be("nothing was read back: step [C3] failed");
    }

    [TestCase(null, "the file with the ids that were read back is missing")]
    [TestCase("00", "the file with the ids that were read back is not the one that was written: its SHA-256 is not the one in the journal")]
    public void Ids_that_are_not_those_that_were_read_are_inconclusive(string? sha256, string reason)
    {
        var result = Evaluate(WritingRun.Record() with { LedgerSha256 = sha256, LedgerIds = [] });

        (result.Standing, result.Reason, result.Got).Should().Be((Standing.Inconclusive, reason, "no count"));
    }

    private static IEnumerable<TestCaseData> OtherCounts =>
    [
        Other("Sent", read => read with { Sent = 1176 }),
        Other("Acknowledged", read => read with { Acknowledged = 1174 }),
        Other("Lost", read => read with { Lost = 3 }),
        Other("Doubled", read => read with { Doubled = 1 }),
        Other("Unacknowledged", read => read with { Unacknowledged = 1 }),
        Other("UnacknowledgedAbsent", read => read with { UnacknowledgedAbsent = 1 }),
    ];

    [TestCaseSource(nameof(OtherCounts))]
    public void Counts_that_do_not_agree_are_inconclusive(Func<LedgerRead, LedgerRead> change)
    {
        var result = Evaluate(WritingRun.Record().Change(change));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().StartWith("the counts do not agree: the journal says ").And.EndWith(
            ", samples and ids say 1,175 sent, 1,175 acknowledged, 0 lost and 0 doubled, not acknowledged 0 present and 0 absent");
    }

    [Test]
    public void Counts_that_an_older_harness_did_not_write_are_not_held_against_it()
    {
        var older = WritingRun.Record().Change<LedgerRead>(read => read with { Sent = null, UnacknowledgedAbsent = null });

        Evaluate(older).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Order_that_a_killed_server_acknowledged_before_it_was_kept_is_lost()
    {
        // The last answer of portal-2 before it was gone, the next request to it, and one that was cut off.
        var record = WritingRun.Record().Answering((_, sample) => sample.Sequence switch
        {
            102 => SampleAnswer.Gateway(502),
            104 => SampleAnswer.Nobody(Failure.ConnectionLost),
            _ => null,
        });

        Evaluate(record.WithIds(written => written.RemoveRange(51, 2))).Standing.Should().Be(Standing.Met, "nobody was promised anything");
        var lost = Evaluate(record.WithIds(written => written.RemoveRange(50, 3)));
        lost.Standing.Should().Be(Standing.NotMet);
        lost.Got.Should().StartWith("lost 1 and doubled 0 of 1,173 acknowledged writes, of 1,175 sent; not acknowledged: 0 present, 2 absent; lost: '20230513-100' (");
    }

    [Test]
    public void Verdict_of_a_run_that_loses_a_write_is_not_safe()
    {
        var record = WritingRun.Record().WithPlan(plan => plan with { Expectations = [Nothing] });

        Judge.Assess(record).Headline.Should().Be("SAFE");
        Judge.Assess(record.WithIds(written => written.RemoveAt(3))).Headline.Should().Be("NOT SAFE");
        Judge.Assess(record.Without(happened => happened is LedgerRead)).Headline.Should().Be("INCONCLUSIVE");
    }

    private static TestCaseData Other(string count, Func<LedgerRead, LedgerRead> change) => new TestCaseData(change).SetArgDisplayNames(count);

    private static StepFailed Failed(StepCompleted step) =>
        new() { At = step.At, Step = step.Step, Kind = StepFailureKind.NoEffect, Reason = "no page came" };

    private static ExpectationResult Evaluate(RunRecord record, LedgerExpectationPlan? plan = null) =>
        ExpectationCheck.One(plan ?? Nothing, RunAnalysis.Of(record));
}
