namespace StagingHarness.Generator.Sending;

/// <summary>A connection that carries many requests at once. Only <see cref="SharedConnections"/> changes it, under its lock.</summary>
internal sealed class SharedConnection(HttpMessageInvoker invoker)
{
    public HttpMessageInvoker Invoker { get; } = invoker;

    /// <summary>Requests that it was given.</summary>
    public int Used { get; set; }

    /// <summary>Those of them whose answers have not begun.</summary>
    public int Awaited { get; set; }

    /// <summary>It is given no more requests, and closed when nothing is awaited on it any more.</summary>
    public bool IsRetired { get; set; }
}
