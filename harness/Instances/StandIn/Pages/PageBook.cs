using StagingHarness.Protocols.Pager;

namespace StagingHarness.StandIn.Pages;

/// <summary>Keeps what the pager gets, in the order in which it came.</summary>
internal sealed class PageBook
{
    private const int KeptPages = 1000;
    private const int KeptProblems = 100;

    private readonly Lock gate = new();
    private readonly List<ReceivedPage> received = [];
    private readonly List<string> unmatched = [];
    private readonly List<string> stubErrors = [];
    private int total;

    /// <param name="form">In whose form it came.</param>
    /// <param name="read">What it says, or why it is refused.</param>
    public void Add(PageForm form, PageReading read)
    {
        lock (gate)
        {
            total++;
            if (received.Count < KeptPages)
            {
                received.Add(new ReceivedPage
                {
                    Number = total,
                    Form = form,
                    Action = read.Action,
                    Key = read.Key,
                    Summary = read.Summary,
                    Refusal = read.Refusal,
                });
            }
        }
    }

    /// <summary>No stub answers this call.</summary>
    public void AddUnmatched(string method, string path) => Keep(unmatched, $"{method} {path}");

    /// <summary>Something broke inside the stand-in.</summary>
    public void AddStubError(string what) => Keep(stubErrors, what);

    public PagerReadings Read()
    {
        lock (gate)
        {
            return new PagerReadings { Received = [.. received], Total = total, Unmatched = [.. unmatched], StubErrors = [.. stubErrors] };
        }
    }

    private void Keep(List<string> list, string what)
    {
        lock (gate)
        {
            if (list.Count < KeptProblems)
            {
                list.Add(what);
            }
        }
    }
}
