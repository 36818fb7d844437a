using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Running;
using StagingHarness.History.Events;
using StagingHarness.History.Redaction;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Browsing;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>Customers who come with a browser while the traffic flows.</summary>
public sealed class BrowserWatchTests
{
    private static readonly BrowserVisit Broken = new() { WrongAt = 0, Why = "the page /dashboard is answered 500", Status = 500, Seen = "HTTP ERROR 500", Picture = new byte[] { 1, 2 } };

    [Test]
    public void Journey_is_made_at_its_interval_from_the_first_request_to_the_last()
    {
        using var stage = new FakeStage();

        var record = stage.Run(Plan(2));

        var began = record.All<BrowserJourneyEnded>().Select(journey => journey.Began).ToList();
        began.Should().HaveCountGreaterThan(8);
        began.Zip(began.Skip(1), (first, second) => second - first).Should().OnlyContain(gap => gap == TimeSpan.FromSeconds(2));
        record.All<BrowserJourneyEnded>().Should().OnlyContain(journey => journey.IsCompleted && journey.Status == 200 && journey.Took == TimeSpan.FromMilliseconds(300) && journey.Picture == null);
        record.All<BrowserJourneyEnded>().Select(journey => journey.Number).Should().BeInAscendingOrder().And.StartWith(1);
        began[0].Should().BeGreaterThanOrEqualTo(record.Only<TrafficStarted>().At);
        record.Only<BrowserStarted>().At.Should().BeLessThanOrEqualTo(record.Only<TrafficStarted>().At, "nothing is measured while it starts");
        stage.Browser.Order!.Gateway.Should().Be(stage.Gateway.Address);
        stage.Browser.IsClosed.Should().BeTrue();
    }

    [Test]
    public void Slow_journeys_follow_each_other_and_none_is_made_up_for()
    {
        using var stage = new FakeStage();
        stage.Browser.VisitTakes = TimeSpan.FromSeconds(3);

        var began = stage.Run(Plan(2)).All<BrowserJourneyEnded>().Select(journey => journey.Began).ToList();

        began.Should().HaveCountGreaterThan(4);
        began.Zip(began.Skip(1), (first, second) => second - first).Should().OnlyContain(gap => gap == TimeSpan.FromSeconds(3));
    }

    [Test]
    public void Journey_that_goes_wrong_is_kept_with_what_was_seen()
    {
        using var stage = new FakeStage();
        using var folder = new TemporaryFolder();
        stage.Browser.Outcome = _ => Broken;
        var run = new RunFolder(folder.Path);

        stage.Run(Plan(2), run);

        var record = RunReader.Read(run);
        var first = record.Events.OfType<BrowserJourneyEnded>().First();
        (first.WrongAt, first.Why, first.Status, first.Seen, first.Picture).Should().Be(("open /dashboard", Broken.Why, 500, "HTTP ERROR 500", "browser/dashboard.1.jpg"));
        File.ReadAllBytes(Path.Combine(folder.Path, "browser", "dashboard.1.jpg")).Should().Equal(1, 2);
        record.Pictures.Should().ContainSingle("all others show the same").Which.File.Should().Be("browser/dashboard.1.jpg");
    }

    [Test]
    public void Journey_that_is_under_way_at_the_end_counts_for_nothing_and_keeps_nobody()
    {
        using var stage = new FakeStage();
        stage.Browser.VisitTakes = TimeSpan.FromHours(1);

        var record = stage.Run(Plan(2));

        stage.Browser.Visits.Should().ContainSingle();
        record.All<BrowserJourneyEnded>().Should().BeEmpty();
        record.Only<RunEnded>().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Browser_that_does_not_come_up_ends_the_run()
    {
        using var stage = new FakeStage();
        stage.Browser.Failure = new BrowserFailedException("'/usr/bin/browser' did not come up", new IOException("no display"));

        var record = stage.Run(Plan(2));

        (record.Only<RunEnded>().Ending, record.Only<RunEnded>().Cause).Should().Be((RunEnding.EnvironmentFailed, "The browser '/usr/bin/browser' did not come up: no display"));
        record.All<TrafficStarted>().Should().BeEmpty();
    }

    [Test]
    public void Secrets_that_a_page_shows_are_in_nothing_that_is_left()
    {
        using var stage = new FakeStage();
        using var folder = new TemporaryFolder();
        var plan = Plan(2, journey => journey with { Credentials = ["api-key", "access-token"], Steps = [.. journey.Steps, new FillFieldPlan("Password") { Credential = "api-key" }] });
        var shown = "";

        // The page says the secrets it was shown, one of them where its text is cut off.
        stage.Browser.Outcome = _ =>
        {
            var order = stage.Browser.Visits[^1];
            shown = order.Secrets["api-key"];
            var secrets = string.Join(" and ", order.Headers.Values);
            return Broken with { Seen = $"{secrets} {new string('.', BrowserWatch.LongestSeen - secrets.Length - 10)} {shown}", Picture = null };
        };

        stage.Run(plan, new RunFolder(folder.Path));

        stage.Browser.Visits[0].Headers.Keys.Should().Equal("Authorization", "X-Api-Key");
        var journal = File.ReadAllText(Path.Combine(folder.Path, "journal.ndjson"), Encoding.UTF8);
        shown.Should().NotBeEmpty();
        journal.Should().Contain("\"journey\":\"dashboard\"").And.Contain(Redactor.Mark);
        journal.Should().NotContain(shown[..8], "half of a secret is one, too");
    }

    [Test]
    public void Password_that_is_filled_in_is_in_nothing_that_is_left()
    {
        using var stage = new FakeStage();
        using var folder = new TemporaryFolder();
        var plan = Plan(2, journey => journey with { Steps = [.. journey.Steps, new FillFieldPlan("Password") { User = "alice" }] });
        var signIn = new SignInPlan
        {
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty.Add("site", new ClientRedirects { SignedIn = ["/in"] }),
            Users = ImmutableSortedDictionary<string, string>.Empty.Add("alice", "{}").Add("bob", "{}"),
        };
        plan = plan with { System = plan.System with { Provider = plan.System.Provider! with { SignIn = signIn } } };
        stage.Browser.Outcome = _ => Broken with { Seen = $"You typed {stage.Browser.Visits[^1].Passwords["alice"]}.", Picture = null };

        stage.Run(plan, new RunFolder(folder.Path));

        var passwords = stage.Browser.Visits[0].Passwords;
        passwords.Keys.Should().Equal("alice");
        File.ReadAllText(Path.Combine(folder.Path, "journal.ndjson"), Encoding.UTF8).Should().Contain($"You typed {Redactor.Mark}.")
            .And.NotContain(passwords["alice"]);
    }

    [Test]
    public void Nobody_looks_for_a_browser_where_no_customer_has_one()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        stage.Browser.Order.Should().BeNull();
        record.All<BrowserStarted>().Should().BeEmpty();
    }

    private static ScenarioPlan Plan(double everySeconds, Func<BrowserJourneyPlan, BrowserJourneyPlan>? change = null)
    {
        var plan = new PlanBuilder().Build();
        var journey = FakeBrowser.Journey(everySeconds);
        return plan with { Traffic = plan.Traffic with { Browser = [change is null ? journey : change(journey)] } };
    }
}
