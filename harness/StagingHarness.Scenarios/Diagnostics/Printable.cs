using System.Globalization;
using System.Text;

namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>Text from a file as a terminal may show it: what moves cursors, rings bells or cannot be seen is written as its code.</summary>
internal static class Printable
{
    private const int Longest = 400;

    /// <summary>The text, cut where it would fill a screen.</summary>
    public static string Of(string text) => text.Length <= Longest ? Escape(text) : $"{Escape(text[..Longest])}...";

    /// <summary>The text, as long as it is. A tab is as wide as a terminal likes; it becomes one space.</summary>
    public static string Escape(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(rune.Value == '\t' ? " " : IsVisible(rune) ? rune.ToString() : $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse);
}
