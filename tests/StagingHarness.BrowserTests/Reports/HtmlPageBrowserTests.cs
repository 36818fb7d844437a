using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;
using StagingHarness.BrowserTests.Browsers;
using StagingHarness.TestKit.Files;

namespace StagingHarness.BrowserTests.Reports;

/// <summary>Pages as people meet them: from a file, without a network, by eye, by keyboard, and read aloud.</summary>
[Category("Browser")]
public sealed class HtmlPageBrowserTests : IDisposable
{
    private static readonly int[] Widths = [375, 1280, 1920];

    private ReportBrowser browser = null!;
    private readonly TemporaryFolder folder = new();

    private static IEnumerable<string> Kinds => ReportFile.Kinds;

    private static IEnumerable<string> Judged => ReportFile.Kinds.Where(kind => kind is not ("unreadable" or "suite"));

    [OneTimeSetUp]
    public async Task StartAsync() => browser = await ReportBrowser.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Page_has_nothing_serious_for_those_who_do_not_see_it_as_drawn(
        [ValueSource(nameof(Kinds))] string kind, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        var (page, _) = await VisitAsync(context, kind);
        await OpenAllAsync(page);

        var found = await page.RunAxe();

        found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .Should().BeEmpty();
        found.Passes.Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Page_says_nothing_on_the_console_and_asks_nobody(string kind)
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions());

        var (page, said) = await VisitAsync(context, kind);
        await OpenAllAsync(page);

        said.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task No_text_is_clipped_at_any_width(string kind)
    {
        foreach (var width in Widths)
        {
            await using var context = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
            var (page, _) = await VisitAsync(context, kind);

            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            var clipped = await page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('main *')]
                  .filter(e => e.children.length === 0 && e.textContent.trim() && !e.closest('.scroll') && !e.closest('pre') && !e.closest('details:not([open])'))
                  .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > innerWidth + 1 || r.left < -1 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== 'visible'); })
                  .map(e => e.tagName + ': ' + e.textContent.slice(0, 60))
                """);
            var lost = await page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('.chart svg text')]
                  .filter(e => { const s = e.ownerSVGElement.getBoundingClientRect(), r = e.getBoundingClientRect(); return r.width > 0 && (r.right > s.right + 1 || r.left < s.left - 1 || r.bottom > s.bottom + 1); })
                  .map(e => e.textContent)
                """);

            wide.Should().BeLessThanOrEqualTo(width, "at {0} px", width);
            clipped.Should().BeEmpty("at {0} px", width);
            lost.Should().BeEmpty("at {0} px", width);
        }
    }

    [TestCaseSource(nameof(Judged))]
    public async Task Page_says_all_without_script(string kind)
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var (page, _) = await VisitAsync(context, kind);

        (await page.Locator("h1").InnerTextAsync()).Should().NotBeEmpty();
        (await page.Locator(".verdict").IsVisibleAsync()).Should().BeTrue();
        (await page.Locator(".chart svg text").CountAsync()).Should().BeGreaterThan(5);
        (await page.Locator("#all").IsVisibleAsync()).Should().BeFalse();
    }

    [Test]
    public async Task Keyboard_reaches_every_control()
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions());
        var (page, _) = await VisitAsync(context, "failed");
        const string Controls = "a[href], button:not([hidden]), summary, [tabindex='0']";
        var wanted = await page.EvaluateAsync<int>(
            $"[...document.querySelectorAll(\"{Controls}\")].filter(e => !e.closest('details:not([open])') || e.tagName === 'SUMMARY').map((e, i) => (e.dataset.control = i, e)).length");
        var reached = new HashSet<string>();

        for (var press = 0; press < wanted + 20; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.dataset.control ?? ''"));
        }

        reached.Where(control => control.Length > 0).Should().HaveCount(wanted);
    }

    [Test]
    public async Task Click_on_a_moment_leaves_what_is_within_two_seconds_around_it()
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions());
        var (page, _) = await VisitAsync(context, "failed");
        var before = await ShownAsync(page);

        await page.Locator("svg a[data-number='3']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var at = double.Parse((await page.Locator("svg a[data-number='3']").GetAttributeAsync("data-at"))!, System.Globalization.CultureInfo.InvariantCulture);
        var after = await ShownAsync(page);
        after.Should().NotBeEmpty().And.HaveCountLessThan(before.Length).And.OnlyContain(moment => Math.Abs(moment - at) <= 2);
        (await page.Locator("#filtered").InnerTextAsync()).Should().Be($"{after.Length} requests and log lines within 2 s around moment 3");

        await page.Locator("#all").ClickAsync();
        (await ShownAsync(page)).Should().HaveCount(before.Length);
    }

    [Test]
    public async Task Page_is_printed_on_paper()
    {
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions());
        var (page, _) = await VisitAsync(context, "failed");

        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4" });

        paper.Should().HaveCountGreaterThan(10_000);
    }

    private static Task<double[]> ShownAsync(IPage page) => page.EvaluateAsync<double[]>(
        "[...document.querySelectorAll('#near tr[data-at]')].filter(row => !row.hidden).map(row => parseFloat(row.dataset.at))");

    private static async Task OpenAllAsync(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

    /// <summary>The page, and everything that it says or asks for besides itself.</summary>
    private async Task<(IPage Page, List<string> Said)> VisitAsync(IBrowserContext context, string kind)
    {
        var address = ReportFile.Write(kind, folder.Path);
        var page = await context.NewPageAsync();
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, problem) => said.Add(problem);
        page.Request += (_, request) =>
        {
            if (request.Url != address)
            {
                said.Add($"asked for {request.Url}");
            }
        };
        await page.GotoAsync(address);
        return (page, said);
    }
}
