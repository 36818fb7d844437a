using Microsoft.Extensions.Logging.Console;

namespace AccountSite;

/// <summary>What the log says: little of each request, and why a sign-in failed.</summary>
internal static class SiteLogging
{
    public static void LogPlainly(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
    }
}
