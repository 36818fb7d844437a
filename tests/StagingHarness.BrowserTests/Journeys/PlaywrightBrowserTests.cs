using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Browser;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.NUnit;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.BrowserTests.Journeys;

/// <summary>A customer's journeys, in a real browser and on real sites.</summary>
[Category("Browser")]
public sealed class PlaywrightBrowserTests : IDisposable
{
    private const string Secret = "k0000000000000000000000000000001";

    private readonly SmallSite portal = new("portal.test");
    private readonly SmallSite other = new("other.test");
    private IBrowser browser = null!;
    private TimeSpan timeout;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        try
        {
            browser = await new PlaywrightLauncher().LaunchAsync(new BrowserOrder { Gateway = portal.Address, Routes = [portal.Route, other.Route] }, CancellationToken.None);
        }
        catch (BrowserMissingException exception)
        {
            SkipPolicy.Skip(exception.Message);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    [SetUp]
    public void Forget()
    {
        timeout = TimeSpan.FromSeconds(20);
        foreach (var site in new[] { portal, other })
        {
            site.Pages.Clear();
            site.Asked.Clear();
        }
    }

    public void Dispose()
    {
        portal.Dispose();
        other.Dispose();
    }

    [Test]
    public async Task Form_is_filled_and_sent()
    {
        portal.Pages["/"] = (200, "<form action=/in><label>Account <input name=account></label><label>Password <input type=password name=p></label><button>Sign in</button></form>");
        portal.Pages["/in"] = (200, "<h1>Your balance</h1>");

        var visit = await VisitAsync(
            new OpenPagePlan("/"),
            new FillFieldPlan("Account") { Value = "AC-1042" },
            new FillFieldPlan("Password") { Credential = "api-key" },
            new ClickElementPlan(ElementRole.Button, "Sign in"),
            new SeeTextPlan("your BALANCE"));

        (visit with { Took = TimeSpan.Zero, Ready = TimeSpan.Zero }).Should().Be(new BrowserVisit { Status = 200 });
        visit.Took.Should().BePositive();
    }

    [Test]
    public async Task Page_that_is_answered_without_content_is_what_the_browser_makes_of_it()
    {
        portal.Pages["/dashboard"] = (500, "");

        var visit = await VisitAsync(new OpenPagePlan("/dashboard"), new SeeTextPlan("Your balance"));

        (visit.WrongAt, visit.Why, visit.Status).Should().Be((0, "the page /dashboard is answered 500", 500));
        visit.Seen.Should().Contain("HTTP ERROR 500");
        visit.Picture!.Value.Length.Should().BeGreaterThan(1000);
        visit.Picture.Value[..2].ToArray().Should().Equal(0xFF, 0xD8);
    }

    [Test]
    public async Task Page_that_says_something_else_is_wrong_where_it_is_looked_at()
    {
        portal.Pages["/"] = (200, "<p>Come back later</p>");
        timeout = TimeSpan.FromSeconds(1.5);

        var visit = await VisitAsync(new OpenPagePlan("/"), new SeeTextPlan("Your balance"));

        (visit.WrongAt, visit.Why, visit.Status, visit.Seen).Should().Be((1, "it did not come about within 1.5 s", 200, "Come back later"));
    }

    [Test]
    public async Task Credentials_reach_the_gateway_and_nobody_to_whom_a_page_or_a_redirect_leads()
    {
        portal.Pages["/"] = (200, $"<p>Hello</p><img src=/own.png><img src={other.Address}foreign.png>");
        portal.Pages["/away"] = (302, $"{other.Address}landing");
        other.Pages["/landing"] = (200, "<p>Landed</p>");

        var visit = await VisitAsync(new OpenPagePlan("/"), new SeeTextPlan("Hello"), new OpenPagePlan("/away"), new SeeTextPlan("Landed"));

        visit.WrongAt.Should().BeNull();
        portal.Asked.Select(asked => asked.Path).Should().Contain(["/", "/own.png", "/away"]);
        portal.Asked.Should().OnlyContain(asked => asked.Key == Secret);
        other.Asked.Select(asked => asked.Path).Should().Contain(["/foreign.png", "/landing"]);
        other.Asked.Should().OnlyContain(asked => asked.Key == null);
    }

    [Test]
    public async Task Secrets_are_covered_in_the_picture()
    {
        portal.Pages["/one"] = (500, $"<code>key {Secret}</code>");
        portal.Pages["/two"] = (500, $"<code>key {Secret.Replace('0', '8')}</code>");

        var covered = await VisitAsync(new OpenPagePlan("/one"));
        var likewise = await VisitAsync(Secret.Replace('0', '8'), CancellationToken.None, new OpenPagePlan("/two"));
        var shown = await VisitAsync(new OpenPagePlan("/two"));

        covered.Picture!.Value.ToArray().Should().Equal(likewise.Picture!.Value.ToArray(), "nothing is left to tell the two secrets apart");
        covered.Picture.Value.ToArray().Should().NotEqual(shown.Picture!.Value.ToArray(), "what is not known as a secret is shown");
    }

    [Test]
    public async Task Password_of_a_user_is_typed_and_covered_in_the_picture()
    {
        portal.Pages["/"] = (200, $"<label>Password <input size=40 oninput=\"if (value === '{Secret}') document.body.append('the right one')\"></label>");
        timeout = TimeSpan.FromSeconds(1.5);
        ImmutableArray<BrowserStepPlan> steps = [new OpenPagePlan("/"), new FillFieldPlan("Password") { User = "alice" }, new SeeTextPlan("never")];

        var typed = await VisitAsync(steps[0], steps[1], new SeeTextPlan("the right one"));
        portal.Pages["/"] = (200, "<label>Password <input size=40></label>");
        var covered = await VisitAsync(steps);
        var likewise = await VisitAsync(Secret.Replace('0', '8'), CancellationToken.None, steps);

        typed.WrongAt.Should().BeNull();
        covered.Picture!.Value.ToArray().Should().Equal(likewise.Picture!.Value.ToArray(), "nothing is left to tell the two passwords apart");
    }

    [Test]
    public async Task Nothing_is_left_of_an_earlier_customer()
    {
        portal.Pages["/"] = (200, "<script>document.write(document.cookie ? 'again' : 'first'); document.cookie = 'seen=1'</script>");

        (await VisitAsync(new OpenPagePlan("/"), new SeeTextPlan("first"), new OpenPagePlan("/"), new SeeTextPlan("again"))).WrongAt.Should().BeNull();
        (await VisitAsync(new OpenPagePlan("/"), new SeeTextPlan("first"))).WrongAt.Should().BeNull();
    }

    [Test]
    public async Task Visit_ends_when_it_is_told_to()
    {
        portal.Pages["/"] = (200, "<p>Hello</p>");
        using var ending = new CancellationTokenSource();
        var visit = VisitAsync(Secret, ending.Token, new OpenPagePlan("/"), new SeeTextPlan("never"));

        ending.Cancel();

        await visit.Invoking(async ended => await ended).Should().ThrowAsync<OperationCanceledException>();
    }

    private Task<BrowserVisit> VisitAsync(params ImmutableArray<BrowserStepPlan> steps) => VisitAsync(Secret, CancellationToken.None, steps);

    private Task<BrowserVisit> VisitAsync(string secret, CancellationToken cancellationToken, params ImmutableArray<BrowserStepPlan> steps) => browser.VisitAsync(
        new BrowserVisitOrder
        {
            Journey = new BrowserJourneyPlan { Name = "test", Every = TimeSpan.FromSeconds(1), Timeout = timeout, Credentials = ["api-key"], Steps = steps },
            Headers = ImmutableSortedDictionary<string, string>.Empty.Add("X-Api-Key", secret),
            Secrets = ImmutableSortedDictionary<string, string>.Empty.Add("api-key", secret),
            Passwords = ImmutableSortedDictionary<string, string>.Empty.Add("alice", secret),
        },
        cancellationToken);
}
