using Microsoft.AspNetCore.Server.Kestrel.Core;
using StagingHarness.Protocols.Control;

namespace StagingHarness.StandIn.Controlling;

/// <summary>The control listener's web host; it takes nothing from the folder, the environment or the machine that it starts in.</summary>
internal static class ControlHost
{
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(5);

    public static WebApplication Create(ListenAddress listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(listen.EndPoint, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownGrace);

        // A start that fails throws, and is written once, by the program itself.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        return builder.Build();
    }
}
