namespace StagingHarness.Reporting.Terminal;

/// <summary>Finds out how text may look on a writer.</summary>
public static class TerminalStyles
{
    /// <summary>Colour and width only for a real terminal; NO_COLOR (no-color.org) is honoured, and a width of 0 is none.</summary>
    public static TerminalStyle For(TextWriter writer)
    {
        var atTerminal = (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
        return atTerminal
            ? Of(Environment.GetEnvironmentVariable("NO_COLOR"), Environment.GetEnvironmentVariable("TERM"), Console.WindowWidth)
            : TerminalStyle.Plain;
    }

    internal static TerminalStyle Of(string? noColour, string? terminal, int width) =>
        new(Colour: string.IsNullOrEmpty(noColour) && terminal != "dumb", width > 0 ? width : null);
}
