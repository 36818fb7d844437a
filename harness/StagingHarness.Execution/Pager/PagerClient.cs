using System.Net.Http.Headers;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.Execution.Pager;

/// <summary>Calls the pager as an alerting system would, and reads what it has got.</summary>
internal sealed class PagerClient(HttpClient http, TimeProvider timeProvider, Uri calls, Uri control, string routingKey, string token) : IPager
{
    private const string Member = "pager";

    /// <summary>What alerting systems grant a webhook.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public async Task<PageAnswer> CallAsync(PageForm form, PageCall call, CancellationToken cancellationToken)
    {
        var (path, key, body) = form switch
        {
            PageForm.Pagerduty => (PagerProgram.PagerDutyPath, PagerDutyEvent.KeyOf(call), PagerDutyEvent.BodyOf(call, routingKey)),
            PageForm.Alertmanager => (PagerProgram.AlertmanagerPath, AlertmanagerWebhook.KeyOf(call), AlertmanagerWebhook.BodyOf(call)),
        };
        using var late = new CancellationTokenSource(Deadline, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
            using var response = await http.PostAsync(new Uri(calls, path), content, either.Token);
            var said = await response.Content.ReadAsStringAsync(either.Token);
            return new PageAnswer((int)response.StatusCode, key, response.IsSuccessStatusCode ? null : said);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ControlException(Member, $"'POST {path}' got no answer within {Deadline.TotalSeconds:0} s. See its log.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new ControlException(Member, $"'POST {path}' got no answer: {exception.Message} See whether it still runs.", exception);
        }
    }

    public async Task<PagerReadings> ReadAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(control, PagerProgram.ReadingsPath))
        {
            Headers = { { ControlToken.Header, token } },
        };
        return await new ControlChannel(http, timeProvider, Member).AskAsync(request, PagerJson.Default.PagerReadings, cancellationToken);
    }
}
