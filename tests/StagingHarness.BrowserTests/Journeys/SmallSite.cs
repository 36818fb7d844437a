using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.BrowserTests.Journeys;

/// <summary>A site on loopback, known to the browser by another name, that keeps what it was asked.</summary>
internal sealed class SmallSite : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly int port;
    private readonly string host;

    public SmallSite(string host)
    {
        this.host = host;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        listener.Prefixes.Add($"http://*:{port}/");
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://{host}:{port}/");

    public ClientRoute Route => new(host, port, new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Path to status and page; a 3xx leads to what stands in its place.</summary>
    public Dictionary<string, (int Status, string Page)> Pages { get; } = [];

    /// <summary>Path, and the key that was shown.</summary>
    public ConcurrentQueue<(string Path, string? Key)> Asked { get; } = new();

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Asked.Enqueue((path, context.Request.Headers["X-Api-Key"]));
        var (status, page) = Pages.GetValueOrDefault(path, (404, ""));
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
        {
            context.Response.RedirectLocation = page;
        }
        else
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(page));
        }

        context.Response.Close();
    }
}
