using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Pager;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.FunctionalTests.Pager;

/// <summary>The stand-in that plays the service that pages people, driven through its adapter.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class PagerTests
{
    private static readonly RunIdentity Run = new() { RunId = "pager-tests", ControlToken = "token-of-the-pager-tests" };

    private static readonly PagerOrder Order = new("0123456789abcdef0123456789abcdef");

    [Test]
    public async Task Pager_takes_both_forms_refuses_the_rest_and_tells_of_all(CancellationToken cancellationToken)
    {
        using var http = ControlHttp.Create(new DirectDialer());
        var member = new PagerMember(http, TimeProvider.System);
        await using var instance = await LocalInstance.StartAsync(member.CreateOrder(Order, Run), cancellationToken);
        var pager = member.Attach(instance, Order, Run);
        var stranger = member.Attach(instance, new PagerOrder("ffffffffffffffffffffffffffffffff"), Run);
        var calls = instance.AddressOf("http");

        var events = await pager.CallAsync(PageForm.Pagerduty, Call(PageAction.Trigger), cancellationToken);
        var webhook = await pager.CallAsync(PageForm.Alertmanager, Call(PageAction.Resolve), cancellationToken);
        var refused = await stranger.CallAsync(PageForm.Pagerduty, Call(PageAction.Trigger), cancellationToken);
        using var nonsense = await http.PostAsync(new Uri(calls, "/v1/enqueue"), new StringContent("{}", Encoding.UTF8), cancellationToken);

        events.Should().Be(new PageAnswer(202, "pager-tests/errors", null));
        webhook.Should().Be(new PageAnswer(200, "{}:{alertname=\"errors\"}", null));
        (refused.Status, refused.Problem).Should().Be((400, """{"status":"invalid event","message":"Event object is invalid","errors":["\u0027routing_key\u0027 is not known here"]}"""));
        ((int)nonsense.StatusCode).Should().Be(404);
        var read = await pager.ReadAsync(cancellationToken);
        read.Received.Select(page => $"{page.Number} {page.Form} {page.Action} {page.Key} {page.Refusal}".TrimEnd()).Should().Equal(
            "1 Pagerduty Trigger pager-tests/errors",
            "2 Alertmanager Resolve {}:{alertname=\"errors\"}",
            "3 Pagerduty Trigger pager-tests/errors 'routing_key' is not known here");
        (read.Total, read.Unmatched.Single(), read.StubErrors.Length).Should().Be((3, "POST /v1/enqueue", 0));
    }

    private static PageCall Call(PageAction action) => new()
    {
        Action = action,
        About = "errors",
        Summary = "too many errors",
        Source = "pager-tests",
        Service = "portal",
        RunId = Run.RunId,
        Since = TimeProvider.System.GetUtcNow(),
        At = TimeProvider.System.GetUtcNow(),
    };
}
