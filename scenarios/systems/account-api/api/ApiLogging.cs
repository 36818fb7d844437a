using Microsoft.Extensions.Logging.Console;

namespace AccountApi;

/// <summary>What the log says: little of each request, and why one was not let in.</summary>
internal static class ApiLogging
{
    public static void LogPlainly(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Why a token was refused is written at this level and nowhere else: a client gets '401'.
        logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Information);
        logging.AddSimpleConsole(console =>
        {
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
    }
}
