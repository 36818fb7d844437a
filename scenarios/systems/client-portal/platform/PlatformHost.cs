using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ClientPortal.Platform;

/// <summary>The app server: hosts one release, and answers '/health' and '/version' itself.</summary>
internal static class PlatformHost
{
    /// <summary>Returns when the server was asked to stop and the requests in flight are answered.</summary>
    public static async Task RunAsync(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        LogPlainly(builder.Logging);
        LoadedRelease release = ReleaseLoader.Load(builder.Configuration["Portal:ReleasePath"]);
        release.Release.RegisterServices(builder.Services, builder.Configuration);

        await using WebApplication app = builder.Build();
        app.MapPlatform(new Attestation(release.Version));
        release.Release.MapRoutes(app);
        await app.RunAsync();
    }

    private static void LogPlainly(ILoggingBuilder logging)
    {
        // A line or two per request would bury what an operator looks for; unhandled exceptions are errors and stay.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
    }
}
