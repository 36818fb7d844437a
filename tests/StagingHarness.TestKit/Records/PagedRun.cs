using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Pager;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>The replay of the incident, with a pager that was called in both forms.</summary>
public static class PagedRun
{
    public static RunRecord Incident()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay())
            .WithPlan(plan => plan with { Alerting = plan.Alerting with { Calls = [PageForm.Pagerduty, PageForm.Alertmanager] } });
        var page = record.Events.OfType<PageSent>().Single().At;
        var read = record.Events.OfType<ProviderRead>().Single().At;
        return record
            .With(Called(page, PageForm.Pagerduty, PageAction.Trigger))
            .With(Called(page, PageForm.Alertmanager, PageAction.Trigger))
            .With(Called(page, PageForm.Pagerduty, PageAction.Acknowledge))
            .With(new PagerRead
            {
                At = read,
                Step = "C2",
                Received = [Received(1, PageForm.Pagerduty, PageAction.Trigger), Received(2, PageForm.Alertmanager, PageAction.Trigger), Received(3, PageForm.Pagerduty, PageAction.Acknowledge)],
                Total = 3,
                Unmatched = [],
                StubErrors = [],
            });
    }

    private static PageCalled Called(TimeSpan at, PageForm form, PageAction action) => new()
    {
        At = at,
        Form = form,
        Action = action,
        About = "detection",
        Key = KeyIn(form),
        Attempts = 1,
        Status = 202,
        Problem = null,
    };

    private static ReceivedPage Received(int number, PageForm form, PageAction action) =>
        new() { Number = number, Form = form, Action = action, Key = KeyIn(form), Summary = "wrong answers", Refusal = null };

    private static string KeyIn(PageForm form) => form == PageForm.Pagerduty ? "run/detection" : "{}:{alertname=\"detection\"}";
}
