using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Ledgers;

public sealed class LedgerClosingTests
{
    private static ScenarioPlan Plan => new PlanBuilder().Build().WithWrites("9");

    [Test]
    public void Everything_that_was_written_is_read_back_page_by_page()
    {
        using var stage = new FakeStage();
        var asked = new List<ProbeQuestion>();
        stage.Probe.Answer = (_, question) =>
        {
            asked.Add(question);
            var half = Written(stage).Count / 2;
            return question.Address.Query.Length == 0
                ? Page(Written(stage).Take(half), "/placed?after=1")
                : Page(Written(stage).Skip(half), null);
        };

        var record = stage.Run(Plan);

        var read = record.Only<LedgerRead>();
        read.Should().BeEquivalentTo(new { Step = "9", Instance = "portal-1", Pages = 2, Lost = 0L, Doubled = 0L, Unacknowledged = 0L, UnacknowledgedAbsent = 0L, WarmUp = 0L, Foreign = 0L });
        read.Acknowledged.Should().Be(Written(stage).Count).And.BeGreaterThan(100);
        read.IdsSha256.Should().Be(record.LedgerSha256);
        record.LedgerIds.Should().Equal(Written(stage));
        record.Completion("9").Receipt.Should().Be(
            $"{read.Ids} ids were read back from 'portal-1': {read.Sent} sent, {read.Acknowledged} acknowledged, 0 of them lost and 0 doubled; not acknowledged: 0 present, 0 absent");
        asked.Should().OnlyContain(question => question.Headers["Authorization"].StartsWith("Bearer ") && question.Headers.ContainsKey("X-Api-Key"));
        record.Steps().Should().EndWith("9 completed");
    }

    [Test]
    public void What_is_lost_and_doubled_is_recorded()
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (_, _) => Page([.. Written(stage).Skip(3), Written(stage)[5], "1-w1", "7001"], null);

        var record = stage.Run(Plan);

        record.Only<LedgerRead>().Should().BeEquivalentTo(new { Lost = 3L, Doubled = 1L, WarmUp = 1L, Foreign = 1L });
        record.Completion("9").Receipt.Should().Contain("ids were read back from 'portal-1', 1 of them the warm-up's, 1 written by nobody here: ");
    }

    [Test]
    public void Server_that_cannot_tell_is_followed_by_the_next_one()
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (instance, _) => instance.Name == "portal-1" ? Answer(500, "") : Page(Written(stage), null);

        stage.Run(Plan).Only<LedgerRead>().Instance.Should().Be("portal-2");
    }

    [TestCase(404, "", "The ledger cannot be read: '/placed' of 'portal-1' answered 404. Correct 'traffic.ledger.list' in the scenario, or the credentials of the traffic.")]
    [TestCase(200, "fine", "The ledger cannot be read: what '/placed' of 'portal-1' answered is of no use, it is not JSON *. Correct 'traffic.ledger' in the scenario.")]
    [TestCase(200, """{"orders":[],"next":"/placed"}""", "The ledger cannot be read: what '/placed' of 'portal-1' answered is of no use, it is a page that came before. Correct the paging of the list.")]
    public void Ledger_that_no_server_gives_is_no_effect_and_says_why(int status, string body, string reason)
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (_, _) => Answer(status, body);

        var record = stage.Run(Plan);

        record.Steps().Should().EndWith("9 failed NoEffect");
        record.All<StepFailed>().Single().Reason.Should().Match(reason);
        record.All<LedgerRead>().Should().BeEmpty();
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Page_that_is_too_long_is_no_page()
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (_, _) => Answer(200, "{") with { IsCut = true };

        stage.Run(Plan).All<StepFailed>().Single().Reason.Should().Be(
            "The ledger cannot be read: what '/placed' of 'portal-1' answered is of no use, it is longer than 8 MiB. Give the list in pages, and 'traffic.ledger.next' in the scenario.");
    }

    [Test]
    public void Failure_before_it_does_not_spare_the_count()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, due) => due.TotalSeconds > 15 ? 500 : 201;
        stage.Probe.Answer = (_, _) => Page(Written(stage), null);

        var record = stage.Run(new PlanBuilder().WithRunbook().Build().WithWrites("9"));

        record.Steps().Should().EndWith(["7 failed NoEffect", "8 completed", "9 completed"]);
        record.Only<LedgerRead>().Unacknowledged.Should().BePositive("what was answered 500 was written all the same");
    }

    [Test]
    public void What_was_sent_adds_up_from_what_was_acknowledged_and_what_was_not()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, due) => due.TotalSeconds > 15 ? 500 : 201;
        var sent = 0;
        stage.Probe.Answer = (_, _) =>
        {
            sent = Written(stage).Count;
            return Page(Written(stage).SkipLast(3), null);
        };

        var read = stage.Run(new PlanBuilder().WithRunbook().Build().WithWrites("9")).Only<LedgerRead>();

        read.Sent.Should().Be(sent).And.Be(read.Acknowledged + read.Unacknowledged + read.UnacknowledgedAbsent);
        (read.Lost, read.UnacknowledgedAbsent).Should().Be((0, 3));
    }

    [Test]
    public void Stage_that_never_stood_has_no_ledger()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Name == "portal-2" ? new ControlException("portal", "it is gone") : null;

        stage.Run(Plan).Steps().Should().EndWith(["8 skipped EarlierFailure", "9 skipped EarlierFailure"]);
    }

    [Test]
    public void Request_that_is_still_on_its_way_is_waited_for()
    {
        using var stage = new FakeStage();
        var looks = 0;
        stage.AtOnceWhen<StepStarted>(started => started.Step == "9", () => stage.Gateway.InFlight = _ => ++looks < 5 ? 1 : 0);
        stage.Probe.Answer = (_, _) => looks >= 5 ? Page(Written(stage), null) : Answer(500, "");

        stage.Run(Plan).Steps().Should().EndWith("9 completed");
    }

    /// <summary>Every write that was sent so far, by its id.</summary>
    private static List<string> Written(FakeStage stage) =>
        [.. stage.Traffic.Session!.Sent.Where(sent => sent.Sequence % 2 == 0).Select(sent => RequestId.Of(1, sent.Sequence))];

    private static ProbeAnswer? Page(IEnumerable<string> ids, string? next) =>
        Answer(200, JsonSerializer.Serialize(new { orders = ids.Select(id => new { reference = id }), next }));

    private static ProbeAnswer Answer(int status, string body) => new(status, body, null, TimeSpan.Zero);
}
