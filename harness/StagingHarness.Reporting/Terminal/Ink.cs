namespace StagingHarness.Reporting.Terminal;

/// <summary>Colours of a terminal (ECMA-48), where they are allowed.</summary>
internal static class Ink
{
    private const char Escape = '\u001b';

    public static string Red(string text, TerminalStyle style) => Paint(text, "1;31", style);

    public static string Green(string text, TerminalStyle style) => Paint(text, "1;32", style);

    public static string Yellow(string text, TerminalStyle style) => Paint(text, "1;33", style);

    private static string Paint(string text, string colour, TerminalStyle style) =>
        style.Colour ? $"{Escape}[{colour}m{text}{Escape}[0m" : text;
}
