namespace StagingHarness.Tests.Generator.Sending;

/// <summary>Holds its answers back until it is told to give them.</summary>
internal sealed class HeldHandler : HttpMessageHandler
{
    private readonly List<(TaskCompletionSource Answer, Task Given)> held = [];

    public int Awaited => held.Count;

    public bool IsDisposed { get; private set; }

    /// <summary>Done when those who waited have what they waited for.</summary>
    public async Task AnswerAllAsync()
    {
        var answered = held.ToList();
        held.Clear();
        answered.ForEach(one => one.Answer.SetResult());
        await Task.WhenAll(answered.Select(one => one.Given));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource();
        held.Add((answer, answer.Task));
        await answer.Task;
        return new HttpResponseMessage();
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
