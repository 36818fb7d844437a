using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Gateway;

/// <summary>An app server behind the gateway, in the test's own process, with one behaviour per path.</summary>
internal sealed class AppServer : IAsyncDisposable
{
    public const string Ok = "/ok";
    public const string Fails = "/fails";
    public const string Spoofs = "/spoofs";
    public const string Waits = "/waits";
    public const string BreaksHalfWay = "/breaks-half-way";
    public const string Echoes = "/echoes";

    /// <summary>What <see cref="BreaksHalfWay"/> sends before it breaks, on release.</summary>
    public const string Half = "half of it";

    private readonly WebApplication app;
    private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppServer(string name, WebApplication app)
    {
        Name = name;
        this.app = app;
        app.Run(AnswerAsync);
    }

    public string Name { get; }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Completes when a request to <see cref="Waits"/> has arrived.</summary>
    public Task Waiting => waiting.Task;

    public static async Task<AppServer> StartAsync(string name)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = 100 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var server = new AppServer(name, builder.Build());
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Lets the waiting request go on, or break.</summary>
    public void Release() => release.TrySetResult();

    public ValueTask DisposeAsync()
    {
        Release();
        return app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        switch (context.Request.Path.Value)
        {
            case Fails:
                response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Spoofs:
                response.Headers[StampHeaders.AnsweredBy] = "gateway";
                response.Headers[StampHeaders.Instance] = new(["somebody", "else"]);
                response.Headers[StampHeaders.Release] = "9.9";
                break;
            case Waits:
                waiting.TrySetResult();
                await release.Task;
                break;
            case BreaksHalfWay:
                response.ContentLength = 100;
                await response.WriteAsync(Half);
                await response.Body.FlushAsync();

                // Not before the client has the first half: a connection that is reset throws away what it still carries.
                await release.Task;
                context.Abort();
                return;
            case Echoes:
                foreach (var header in context.Request.Headers)
                {
                    await response.WriteAsync($"{header.Key}: {header.Value}\n");
                }

                return;
            default:
                break;
        }

        await response.WriteAsync(Name);
    }
}
