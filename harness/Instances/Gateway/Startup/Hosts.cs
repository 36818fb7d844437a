using Microsoft.AspNetCore.Server.Kestrel.Core;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Gateway.Startup;

/// <summary>
/// Web hosts that take nothing from the folder, the environment or the machine that they start in: a container image that
/// sets ASPNETCORE_HTTP_PORTS, or an appsettings.json in the current directory, must not open another listener.
/// </summary>
internal static class Hosts
{
    /// <summary>How long requests in flight may take after SIGTERM.</summary>
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(5);

    /// <param name="listen">Where it listens.</param>
    /// <param name="limits">What is refused before anybody looks at it.</param>
    /// <param name="http">The one version of HTTP that is spoken.</param>
    /// <param name="tls">What connections are secured with; null for plain ones.</param>
    public static WebApplicationBuilder Create(
        ListenAddress listen, Action<KestrelServerLimits> limits, ClientHttp http = ClientHttp.Http11, ListenerTls? tls = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            limits(kestrel.Limits);
            kestrel.Listen(listen.EndPoint, endpoint =>
            {
                endpoint.Protocols = http switch
                {
                    ClientHttp.Http11 => HttpProtocols.Http1,
                    ClientHttp.Http2 => HttpProtocols.Http2,
                };
                if (tls is not null)
                {
                    endpoint.UseHttps(tls.Apply);
                }
            });
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownGrace);

        // Forwarding failures are counted, and the first of each kind is written by the counter: a dead server under
        // load would otherwise write a stack trace for each request, in the path whose latency is measured.
        // A start that fails throws, and is written once, by the program itself.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        return builder;
    }
}
