using System.Globalization;
using Microsoft.Playwright;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.Browser;

/// <summary>Goes through the steps of one journey on one page.</summary>
internal sealed class PageJourney
{
    private static readonly TimeSpan PictureTimeout = TimeSpan.FromSeconds(5);

    private readonly IPage page;
    private readonly BrowserVisitOrder order;
    private readonly Uri gateway;
    private readonly TaskCompletionSource<string> badAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int status;

    public PageJourney(IPage page, BrowserVisitOrder order, Uri gateway)
    {
        this.page = page;
        this.order = order;
        this.gateway = gateway;
        page.SetDefaultTimeout((float)order.Journey.Timeout.TotalMilliseconds);
        page.Response += OnResponse;
    }

    /// <exception cref="PlaywrightException">The browser is gone, or the page was closed.</exception>
    public async Task<BrowserVisit> RunAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var took = TimeSpan.Zero;
        for (var index = 0; index < order.Journey.Steps.Length; index++)
        {
            var wrong = await TryAsync(order.Journey.Steps[index]);
            took = TimeProvider.System.GetElapsedTime(began);
            cancellationToken.ThrowIfCancellationRequested();
            if (wrong is not null)
            {
                return new BrowserVisit { Took = took, WrongAt = index, Why = wrong, Status = Status, Seen = await ReadAsync(), Picture = await PictureAsync() };
            }
        }

        return new BrowserVisit { Took = took, Status = Status };
    }

    private int? Status => status == 0 ? null : status;

    /// <returns>Null when it went as it should.</returns>
    private async Task<string?> TryAsync(BrowserStepPlan step)
    {
        try
        {
            var done = RunAsync(step);
            await Task.WhenAny(done, badAnswer.Task);
            if (badAnswer.Task.IsCompleted)
            {
                Forgotten.Observe(done);
                return await badAnswer.Task;
            }

            await done;
            return null;
        }
        catch (TimeoutException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it did not come about within {order.Journey.Timeout.TotalSeconds:0.###} s");
        }
        catch (PlaywrightException exception) when (!page.IsClosed)
        {
            return await AnsweredAsync() ?? exception.Message.Split('\n')[0];
        }
    }

    private Task RunAsync(BrowserStepPlan step) => step switch
    {
        OpenPagePlan open => page.GotoAsync(new Uri(gateway, open.Path).ToString()),
        FillFieldPlan field => page.GetByLabel(field.Label).FillAsync(ValueOf(field)),
        ClickElementPlan element => page.GetByRole(RoleOf(element.Role), new PageGetByRoleOptions { Name = element.Name }).ClickAsync(),
        SeeTextPlan text => page.GetByText(text.Text).First.WaitForAsync(),
        _ => throw new InvalidOperationException($"A browser cannot '{step.InWords()}'."),
    };

    private string ValueOf(FillFieldPlan field) => field switch
    {
        { Credential: { } credential } => order.Secrets[credential],
        { User: { } user } => order.Passwords[user],
        _ => field.Value ?? "",
    };

    private static AriaRole RoleOf(ElementRole role) => role switch
    {
        ElementRole.Button => AriaRole.Button,
        ElementRole.Link => AriaRole.Link,
        ElementRole.Checkbox => AriaRole.Checkbox,
        ElementRole.Radio => AriaRole.Radio,
        ElementRole.Tab => AriaRole.Tab,
    };

    private void OnResponse(object? sender, IResponse response)
    {
        if (!response.Request.IsNavigationRequest || response.Frame != page.MainFrame || response.Status is >= 300 and < 400)
        {
            return;
        }

        status = response.Status;
        if (!response.Ok)
        {
            badAnswer.TrySetResult(string.Create(
                CultureInfo.InvariantCulture, $"the page {new Uri(response.Url).AbsolutePath} is answered {response.Status}"));
        }
    }

    /// <summary>A page that is answered wrongly and without content is an error of the browser's own; its answer may be told a moment later.</summary>
    private async Task<string?> AnsweredAsync()
    {
        try
        {
            return badAnswer.Task.IsCompleted ? await badAnswer.Task : null;
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    private async Task<string> ReadAsync()
    {
        try
        {
            var text = await page.Locator("body").InnerTextAsync(new LocatorInnerTextOptions { Timeout = (float)PictureTimeout.TotalMilliseconds });
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is PlaywrightException && !page.IsClosed))
        {
            return "";
        }
    }

    /// <summary>Secrets are covered where the page shows them, and fields into which one was filled.</summary>
    private async Task<ReadOnlyMemory<byte>?> PictureAsync()
    {
        try
        {
            return await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Type = ScreenshotType.Jpeg,
                Quality = 60,
                Timeout = (float)PictureTimeout.TotalMilliseconds,
                Mask =
                [
                    .. Secrets().Select(secret => page.GetByText(secret)),
                    .. order.Journey.Steps.OfType<FillFieldPlan>().Where(field => field.IsSecret).Select(field => page.GetByLabel(field.Label)),
                ],
            });
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is PlaywrightException && !page.IsClosed))
        {
            return null;
        }
    }

    /// <summary>Also what follows the scheme of an authorization.</summary>
    private IEnumerable<string> Secrets() => order.Headers.Values
        .Concat(order.Headers.Values.Select(value => value[(value.LastIndexOf(' ') + 1)..]))
        .Concat(order.Secrets.Values)
        .Concat(order.Passwords.Values)
        .Distinct();
}
