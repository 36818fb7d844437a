using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.TestKit.Fakes;

/// <summary>A pager that takes every call, unless it is told otherwise.</summary>
public sealed class FakePager : IPager
{
    private readonly List<ReceivedPage> received = [];

    /// <summary>Calls that came so far, those included that it refused or did not answer.</summary>
    public List<(PageForm Form, PageCall Call)> Calls { get; } = [];

    /// <summary>Status of the answer to the call of this number (from 1); null gives no answer at all.</summary>
    public Func<int, int?> Status { get; set; } = _ => 202;

    public Task<PageAnswer> CallAsync(PageForm form, PageCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add((form, call));
        var key = $"{form}/{call.About}";
        if (Status(Calls.Count) is not { } status)
        {
            throw new ControlException("pager", "it gave no answer.");
        }

        if (status < 300)
        {
            received.Add(new ReceivedPage { Number = received.Count + 1, Form = form, Action = call.Action, Key = key, Summary = call.Summary, Refusal = null });
        }

        return Task.FromResult(new PageAnswer(status, key, status < 300 ? null : $"refused with {status}"));
    }

    public Task<PagerReadings> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new PagerReadings { Received = [.. received], Total = received.Count, Unmatched = [], StubErrors = [] });
    }
}
