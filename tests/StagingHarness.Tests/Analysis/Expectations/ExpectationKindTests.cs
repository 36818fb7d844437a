using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>Each kind of expectation has a journal that passes, one that fails and one that is inconclusive.</summary>
public sealed class ExpectationKindTests
{
    private static IEnumerable<string> Kinds => typeof(ExpectationPlan).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name);

    [TestCaseSource(nameof(Kinds))]
    public void Kind_is_met_not_met_and_inconclusive(string kind)
    {
        var journals = Journals().Single(one => one.Plan.GetType().Name == kind);

        Standing[] standings =
        [
            Evaluate(journals.Plan, journals.Meets).Standing,
            Evaluate(journals.Plan, journals.Fails).Standing,
            Evaluate(journals.Plan, journals.SaysNothing).Standing,
        ];

        standings.Should().Equal(Standing.Met, Standing.NotMet, Standing.Inconclusive);
        Evaluate(journals.Plan, journals.SaysNothing).Reason.Should().NotBeNullOrEmpty();
        Evaluate(journals.Plan, journals.Fails).Reason.Should().BeNull();
    }

    [TestCaseSource(nameof(Kinds))]
    public void Kind_without_a_single_event_of_the_traffic_is_inconclusive(string kind)
    {
        var plan = Journals().Single(one => one.Plan.GetType().Name == kind).Plan;

        Evaluate(plan, Incident().CutTo(1) with { Samples = [], Logs = [] }).Standing.Should().Be(Standing.Inconclusive);
    }

    private static ImmutableArray<KindJournals> Journals()
    {
        var plans = ExpectationPlans.OfEveryKind();
        TPlan Of<TPlan>()
            where TPlan : ExpectationPlan => plans.OfType<TPlan>().Single();

        return
        [
            new(Of<AnswersExpectationPlan>(), Incident(), Calm(), Thinned(before: 9_000)),
            new(Of<HealthExpectationPlan>(), Incident(), Incident().Change<HealthObserved>(read => read with { Status = 503 }), Incident().Without(happened => happened is HealthObserved)),
            new(Of<LatencyExpectationPlan>(), Incident(), Slow(), Thinned(before: 11_000)),
            new(Of<AvailabilityExpectationPlan>(), Incident(), Incident().Answering((due, _) => due == 5_000 ? SampleAnswer.App(500, 1) : null), Thinned(before: 4_500)),
            new(Of<JourneyExpectationPlan>(), Travelling(), Travelling(failingFrom: 10_000), Travelling(until: 9_500)),
            new(Of<ServedExpectationPlan>(), Incident(), Incident().Answering((due, _) => due == 10_000 ? SampleAnswer.App(200, 1) : null), Thinned(before: 9_000)),
            new(Of<LogExpectationPlan>(), Incident(), Harmless("portal-3"), Incident() with { Logs = [] }),
            new(
                Of<ProviderExpectationPlan>(),
                Incident(),
                Incident().Change<ProviderRead>(read => read with { Calls = read.Calls.SetItem("token", 0) }),
                Incident().Without(happened => happened is ProviderRead)),
            new(
                Of<PagerExpectationPlan>(),
                PagedRun.Incident(),
                PagedRun.Incident().Change<PagerRead>(read => read with { Received = [], Total = 0 }),
                PagedRun.Incident().Without(happened => happened is PagerRead)),
            new(Of<InstanceExpectationPlan>(), Incident(), Dying(), Incident().CutTo(20)),
            new(Of<CompareExpectationPlan>(), Incident(), Calm(), Incident().Answering((due, _) => SampleAnswer.App((ushort)(due == 10_000 ? 500 : 200), due < 9_050 ? 1 : 5))),
            new(Of<PageExpectationPlan>(), Incident(), Calm(), Calm().CutTo(Calm().Events.Length - 1)),
            new(Of<AlertExpectationPlan>(), AlertedRun.Incident(), AlertedRun.Calm(), AlertedRun.Calm().Without(happened => happened is AlertWatchBegan)),
            new(Of<TimeExpectationPlan>(), Incident(), Incident().Change<PageSent>(page => page with { At = page.At + TimeSpan.FromSeconds(3) }), BeforeThePage()),
            new(Of<OrderExpectationPlan>(), Incident(), Calm(), BeforeThePage()),
            new(
                Of<LedgerExpectationPlan>(),
                WritingRun.Record(),
                WritingRun.Record().WithIds(written => written.RemoveAt(0)),
                WritingRun.Record().Without(happened => happened is LedgerRead)),
            new(Of<MixedExpectationPlan>(), RollingRun.Record(), CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)), Cut(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)))),
        ];
    }

    /// <summary>Two requests that follow each other, of one client.</summary>
    private static RunRecord Travelling(int failingFrom = int.MaxValue, int until = int.MaxValue)
    {
        var record = IncidentRun.Record(IncidentPlans.Replay().WithJourney());
        return record.WithSamples(
        [
            .. record.Samples.Where(sample => sample.Due < TimeSpan.FromMilliseconds(until)).Select(sample => sample with
            {
                Status = (ushort)(sample.Due < TimeSpan.FromMilliseconds(failingFrom) ? 200 : 500),
                Sequence = sample.Sequence / 2,
            }),
        ]);
    }

    private static RunRecord Cut(RunRecord record) => record.CutTo(record.Events.Length - 1);

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static RunRecord Calm() => CalmRun.Record(IncidentPlans.Replay());

    private static RunRecord Thinned(int before) =>
        Incident().WithSamples([.. Incident().Samples.Where(sample => sample.Due < TimeSpan.FromMilliseconds(before))]);

    private static RunRecord Slow() => Incident().WithSamples(
        [.. Incident().Samples.Select(sample => sample.Sequence % 20 == 0 ? sample with { LatencyMicroseconds = 50_000 } : sample)]);

    private static RunRecord Dying() => Incident().With(new InstanceDied
    {
        At = TimeSpan.FromSeconds(10),
        Instance = "portal-2",
        Generation = 2,
        ExitCode = 134,
        LastOutput = ["out of memory"],
    });

    private static RunRecord Harmless(string instance) => Incident() with
    {
        Logs =
        [
            .. Incident().Logs.Where(log => log.Instance != instance || log.Generation != 2),
            new InstanceLog(instance, 2, [new LogEntry(TimeSpan.FromSeconds(10), false, "info: all is well")]),
        ],
    };

    private static RunRecord BeforeThePage() => Incident().CutTo(Incident().Events.IndexOf(Incident().Events.OfType<PageSent>().Single()));

    private static ExpectationResult Evaluate(ExpectationPlan plan, RunRecord record) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
