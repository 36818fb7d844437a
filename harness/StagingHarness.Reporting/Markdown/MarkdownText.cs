namespace StagingHarness.Reporting.Markdown;

/// <summary>Text inside Markdown: nothing that a log or a name holds becomes markup.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>|#";

    /// <summary>On one line, with what Markdown would read escaped.</summary>
    public static string Inline(string text) => string.Concat(
        text.ReplaceLineEndings(" ").Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));

    /// <summary>As code on one line; backticks in it make the fence longer.</summary>
    public static string Code(string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        var line = text.ReplaceLineEndings(" ");
        return fence.Length == 1 ? $"`{line}`" : $"{fence} {line} {fence}";
    }

    /// <summary>As code in a cell of a table, where a bar would end the cell.</summary>
    public static string CodeInCell(string text) => Code(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>As a block of code, with its lines.</summary>
    public static string Block(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}text\n{text.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
