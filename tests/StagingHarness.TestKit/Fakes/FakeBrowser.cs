using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.TestKit.Fakes;

/// <summary>A browser in virtual time. Set what customers meet.</summary>
public sealed class FakeBrowser(TimeProvider time) : IBrowserLauncher, IBrowser
{
    /// <summary>What comes of a journey, by the moment at which it began; by default everything goes as it should.</summary>
    public Func<DateTimeOffset, BrowserVisit> Outcome { get; set; } = _ => new BrowserVisit { Status = 200 };

    /// <summary>Set when it does not come up.</summary>
    public BrowserFailedException? Failure { get; set; }

    public TimeSpan VisitTakes { get; set; } = TimeSpan.FromMilliseconds(300);

    public List<BrowserVisitOrder> Visits { get; } = [];

    public BrowserOrder? Order { get; private set; }

    public bool IsClosed { get; private set; }

    public string Version => "1.2.3";

    public string Find() => "/usr/bin/browser";

    public Task<IBrowser> LaunchAsync(BrowserOrder order, CancellationToken cancellationToken)
    {
        Order = order;
        return Failure is null ? Task.FromResult<IBrowser>(this) : Task.FromException<IBrowser>(Failure);
    }

    public async Task<BrowserVisit> VisitAsync(BrowserVisitOrder order, CancellationToken cancellationToken)
    {
        Visits.Add(order);
        var outcome = Outcome(time.GetUtcNow());
        await Task.Delay(VisitTakes, time, cancellationToken);
        return outcome with { Took = VisitTakes };
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>A journey that opens a page and looks for its text.</summary>
    public static BrowserJourneyPlan Journey(double everySeconds) => new()
    {
        Name = "dashboard",
        Every = TimeSpan.FromSeconds(everySeconds),
        Timeout = TimeSpan.FromSeconds(10),
        Credentials = [],
        Steps = [new OpenPagePlan("/dashboard"), new SeeTextPlan("balance")],
    };
}
