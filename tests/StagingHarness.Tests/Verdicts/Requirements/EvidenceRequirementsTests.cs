using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>Samples, drops and journal: is the evidence whole?</summary>
public sealed class EvidenceRequirementsTests
{
    [Test]
    public void Samples_that_the_journal_confirms_are_met() =>
        Check<SamplesRequirement>(RequirementOf.Incident()).Should().Be((Standing.Met, "2,120 samples, and the journal agrees on number and SHA-256"));

    [Test]
    public void Altered_samples_undermine_everything()
    {
        var result = RequirementOf.Check<SamplesRequirement>(RequirementOf.Incident() with { SamplesSha256 = new string('0', 64) });

        result.Undermines.Should().BeTrue();
        result.Evidence.Should().Be("the sample file is not the one that was written: its SHA-256 is not the one in the journal");
    }

    [Test]
    public void Missing_samples_undermine_everything()
    {
        var result = RequirementOf.Check<SamplesRequirement>(RequirementOf.Incident() with { Samples = [], SamplesSha256 = null });

        result.Undermines.Should().BeTrue();
        result.Evidence.Should().Be("the sample file is missing");
    }

    [Test]
    public void Samples_without_an_end_of_traffic_are_inconclusive() =>
        Check<SamplesRequirement>(RequirementOf.Incident().Without(happened => happened is TrafficEnded))
            .Should().Be((Standing.Inconclusive, "the journal holds no end of the traffic, so nothing says that the samples are all there"));

    [Test]
    public void Samples_that_do_not_add_up_are_inconclusive() =>
        Check<SamplesRequirement>(RequirementOf.Incident().Change<TrafficEnded>(ended => ended with { Scheduled = 2_121 }))
            .Should().Be((Standing.Inconclusive,
                "the counts do not agree: the journal says 2,121 scheduled, 2,120 answered, 0 unanswered and 0 dropped; "
                + "the samples say 2,120 answered and 0 unanswered"));

    [Test]
    public void Sample_that_comes_twice_is_inconclusive()
    {
        var record = RequirementOf.Incident();

        var twice = record.WithSamples(record.Samples.SetItem(10, record.Samples[11]));

        Check<SamplesRequirement>(twice).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Drops_within_tolerance_are_met() =>
        Check<DropsRequirement>(Dropping(2)).Should().Be((Standing.Met, "2 of 2,122 (0.09 %) requests were dropped"));

    [Test]
    public void Drops_beyond_tolerance_are_inconclusive() =>
        Check<DropsRequirement>(Dropping(3)).Should().Be((Standing.Inconclusive,
            "3 of 2,123 (0.14 %) requests were dropped, at most 0.1 % is tolerable: the generator could not keep up"));

    [Test]
    public void Drops_that_nobody_counted_are_inconclusive() =>
        Check<DropsRequirement>(RequirementOf.Incident().Without(happened => happened is TrafficEnded)).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Empty_schedule_is_inconclusive() =>
        Check<DropsRequirement>(RequirementOf.Incident().WithSamples([])).Should().Be((Standing.Inconclusive, "no request was scheduled"));

    [Test]
    public void Protocol_of_the_plan_is_met_when_the_gateway_saw_nothing_else() => Check<ProtocolRequirement>(Speaking(("HTTP/2 over TLS", 2_120)))
        .Should().Be((Standing.Met, "HTTP/2 over TLS on 2,120 answers, as the gateway saw it"));

    [Test]
    public void Protocol_that_is_another_one_is_inconclusive() => Check<ProtocolRequirement>(Speaking(("HTTP/2 over TLS", 2_119), ("HTTP/1.1", 1)))
        .Should().Be((Standing.Inconclusive, "the clients were to speak HTTP/2 over TLS, and the gateway saw HTTP/1.1 (1 answer)"));

    [Test]
    public void Protocol_of_which_the_gateway_does_not_speak_is_inconclusive()
    {
        Check<ProtocolRequirement>(Speaking()).Should().Be((Standing.Inconclusive,
            "the gateway says of no answer what was spoken, so that nothing says that it was HTTP/2 over TLS"));
        Check<ProtocolRequirement>(Speaking(("not said", 3))).Should().Be((Standing.Inconclusive,
            "the clients were to speak HTTP/2 over TLS, and the gateway saw not said (3 answers)"));
        Check<ProtocolRequirement>(Speaking().Without(happened => happened is TrafficEnded)).Should().Be((Standing.Inconclusive,
            "the journal holds no end of the traffic, so nothing says whether HTTP/2 over TLS was spoken"));
    }

    [Test]
    public void Protocol_is_asked_for_where_it_is_not_plain()
    {
        Names(RequirementOf.Incident()).Should().NotContain("protocol spoken");
        Names(Speaking()).Should().Contain("protocol spoken");
    }

    [Test]
    public void Tokens_that_came_in_the_end_are_met() =>
        Check<RenewalRequirement>(RequirementOf.Calm().With(NotRenewed(1)).With(NotRenewed(2)).With(new RenewalResumed { Failed = 2, Sequence = 100_003 }))
            .Should().Be((Standing.Met, "the clients asked in vain 2 times, and then got new tokens"));

    [Test]
    public void Tokens_that_came_no_more_are_inconclusive() =>
        Check<RenewalRequirement>(RequirementOf.Calm().With(new RenewalResumed { Failed = 2, Sequence = 100_000 }).With(NotRenewed(1)))
            .Should().Be((Standing.Inconclusive,
                "the clients asked in vain 1 time and got none until the end, so that they were right only as long as their old ones last; the last time: answered 503"));

    [TestCase(-1)]
    [TestCase(0)]
    public void Tokens_that_ran_out_make_refusals_right_also_where_a_failure_is_described(int seconds) =>
        Check<RenewalRequirement>(RequirementOf.Incident().With(NotRenewed(1) with { At = TimeSpan.FromSeconds(10), GoodFor = TimeSpan.FromSeconds(seconds) }))
            .Should().Be((Standing.Inconclusive,
                $"the clients asked in vain 1 time, and what they carried had run out at +{10 + seconds} s: from then on they were refused rightly, until they got new ones"));

    [Test]
    public void Tokens_that_ran_out_between_two_tries_are_seen_although_new_ones_came() =>
        Check<RenewalRequirement>(RequirementOf.Calm()
                .With(NotRenewed(1) with { At = TimeSpan.FromSeconds(10), GoodFor = TimeSpan.FromSeconds(0.4) })
                .With(new RenewalResumed { Failed = 1, Sequence = 100_002, At = TimeSpan.FromSeconds(11) }))
            .Should().Be((Standing.Inconclusive,
                "the clients asked in vain 1 time, and what they carried had run out at +10.4 s: from then on they were refused rightly, until they got new ones"));

    [Test]
    public void Tokens_of_which_nobody_knows_how_long_they_last_prove_nothing() =>
        Check<RenewalRequirement>(RequirementOf.Incident().With(NotRenewed(1))).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Tokens_that_last_are_enough_where_a_failure_is_described() =>
        Check<RenewalRequirement>(RequirementOf.Incident().With(NotRenewed(1) with { At = TimeSpan.FromSeconds(10), GoodFor = TimeSpan.FromHours(1) }))
            .Should().Be((Standing.Met, "the clients asked in vain 1 time, and what they carried was good until the end"));

    [Test]
    public void Tokens_are_asked_about_where_some_did_not_come()
    {
        Names(RequirementOf.Calm()).Should().NotContain("tokens renewed");
        Names(RequirementOf.Calm().With(NotRenewed(1))).Should().Contain("tokens renewed");
        Names(RequirementOf.Incident().With(NotRenewed(1))).Should().Contain("tokens renewed");
    }

    [Test]
    public void Whole_journal_is_met() =>
        Check<JournalRequirement>(RequirementOf.Incident()).Evidence.Should().EndWith("the last one says that nothing is left behind");

    [Test]
    public void Damaged_journal_is_inconclusive() =>
        Check<JournalRequirement>(RequirementOf.Incident() with { JournalDamage = "line 7 is not event 6" })
            .Should().Be((Standing.Inconclusive, "the journal is damaged: line 7 is not event 6"));

    [Test]
    public void Journal_with_a_gap_is_inconclusive()
    {
        var record = RequirementOf.Incident();

        Check<JournalRequirement>(record with { Events = record.Events.RemoveAt(5) })
            .Should().Be((Standing.Inconclusive, "the journal is not whole: event 6 is out of place"));
    }

    [Test]
    public void Cut_journal_is_inconclusive()
    {
        var record = RequirementOf.Incident();

        Check<JournalRequirement>(record.CutTo(record.Events.Length - 1))
            .Should().Be((Standing.Inconclusive, "the journal ends without its last event: the run was cut off"));
    }

    [Test]
    public void Run_that_left_something_behind_is_inconclusive() =>
        Check<JournalRequirement>(RequirementOf.Incident().Change<RunEnded>(ended => ended with { LeftBehind = ["process 4711"] }))
            .Should().Be((Standing.Inconclusive, "left behind: process 4711"));

    [Test]
    public void Run_that_did_not_go_through_is_inconclusive() =>
        Check<JournalRequirement>(RequirementOf.Incident().Change<RunEnded>(ended => ended with { Ending = RunEnding.Aborted, Cause = "Ctrl+C" }))
            .Should().Be((Standing.Inconclusive, "the run did not go through: Ctrl+C"));

    private static RunRecord Dropping(int dropped) => RequirementOf.Incident()
        .Change<TrafficEnded>(ended => ended with { Dropped = dropped, Scheduled = ended.Scheduled + dropped });

    private static RenewalFailed NotRenewed(int number) => new() { Sequence = 100_000 + number, Credential = "access-token", Why = "answered 503" };

    private static RunRecord Speaking(params (string Spoken, long Answers)[] counts)
    {
        var replay = IncidentPlans.Replay();
        return IncidentRun.Record(replay with { Traffic = replay.Traffic with { Http = ClientHttp.Http2, Tls = true } })
            .Change<TrafficEnded>(ended => ended with { Spoken = counts.ToImmutableSortedDictionary(one => one.Spoken, one => one.Answers) });
    }

    private static IEnumerable<string> Names(RunRecord record) =>
        RequirementCheck.All(RunAnalysis.Of(record), []).Select(result => result.Name);

    private static (Standing Standing, string Evidence) Check<TRequirement>(RunRecord record)
        where TRequirement : Requirement, new()
    {
        var result = RequirementOf.Check<TRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
