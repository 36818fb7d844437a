using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Timelines;

/// <summary>
/// Reads a timeline from a table whose first column is a time and whose second says what happened: Markdown, comma, semicolon or tab between
/// the columns. Lines without columns are no rows and may say what they like.
/// </summary>
public static partial class TimelineReader
{
    private const int MinutesOfHalfADay = 12 * 60;

    public static Timeline Read(string text)
    {
        var moments = ImmutableArray.CreateBuilder<TimelineMoment>();
        var notes = ImmutableArray.CreateBuilder<TimelineNote>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var isFirstRow = true;
        for (var index = 0; index < lines.Length; index++)
        {
            if (Columns(lines[index]) is not (var time, var words))
            {
                continue;
            }

            // The first row without a time is the heading.
            if (ReadTime(time, moments) is not { } at)
            {
                if (!isFirstRow)
                {
                    notes.Add(new TimelineNote(index + 1, lines[index].Trim(), $"has no time that can be read ('{time}')"));
                }
            }
            else if (Problem(at, words, moments) is { } why)
            {
                notes.Add(new TimelineNote(index + 1, lines[index].Trim(), why));
            }
            else
            {
                moments.Add(new TimelineMoment(at, MilestoneWords.Find(words)!.Value, words));
            }

            isFirstRow = false;
        }

        return new Timeline { Moments = moments.ToImmutable(), NotUnderstood = notes.ToImmutable() };
    }

    private static string? Problem(IncidentTime at, string words, ImmutableArray<TimelineMoment>.Builder before)
    {
        if (MilestoneWords.Find(words) is not { } what)
        {
            return "tells of no milestone that is known";
        }

        if (before.FirstOrDefault(moment => moment.What == what) is { } same)
        {
            return $"tells of the same as '{same.Words}'";
        }

        return before.Count > 0 && before[^1].At.MinutesOfDay > at.MinutesOfDay ? "goes back in time" : null;
    }

    private static (string Time, string Words)? Columns(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.StartsWith('|'))
        {
            var cells = trimmed.Trim('|').Split('|').Select(cell => cell.Trim()).ToList();
            return cells.Count < 2 || cells.TrueForAll(cell => cell.All(letter => letter is '-' or ':' or ' ')) ? null : (cells[0], cells[1]);
        }

        var separator = trimmed.AsSpan().IndexOfAny('\t', ',', ';');
        return separator <= 0 || separator == trimmed.Length - 1
            ? null
            : (Unquoted(trimmed[..separator]), Unquoted(FirstCell(trimmed[(separator + 1)..], trimmed[separator])));
    }

    // A third column is somebody's remark; a quoted cell may hold the separator.
    private static string FirstCell(string rest, char separator)
    {
        var cell = rest.Trim();
        var end = cell.StartsWith('"') && cell.IndexOf('"', 1) is > 0 and var quote ? quote + 1 : cell.IndexOf(separator, StringComparison.Ordinal);
        return end < 0 ? cell : cell[..end];
    }

    private static string Unquoted(string cell) => cell.Trim().Trim('"').Trim();

    /// <summary>A time that lies more than half a day before the one above it is one of the next day.</summary>
    private static IncidentTime? ReadTime(string cell, ImmutableArray<TimelineMoment>.Builder before)
    {
        if (ReadTime(cell) is not { } at)
        {
            return null;
        }

        return before.Count > 0 && before[^1].At.MinutesOfDay - at.MinutesOfDay > MinutesOfHalfADay
            ? new IncidentTime(at.MinutesOfDay + (2 * MinutesOfHalfADay))
            : at;
    }

    private static IncidentTime? ReadTime(string cell)
    {
        var match = TimeOfDay().Match(cell);
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minutes = (hour * 60) + int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture);
        return (match.Groups["half"].Value.ToUpperInvariant(), hour) switch
        {
            ("", <= 23) => new IncidentTime(minutes),
            ("A", 12) => new IncidentTime(minutes - MinutesOfHalfADay),
            ("A" or "P", 0 or > 12) => null,
            ("A", _) or ("P", 12) => new IncidentTime(minutes),
            ("P", _) => new IncidentTime(minutes + MinutesOfHalfADay),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"(?<![\d:])(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?::\d\d)?\s*(?:(?<half>[AP])\.?M\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}
