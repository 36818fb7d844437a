using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StagingHarness.Protocols.Supervisor;

/// <summary>
/// One line of an instance's log file: <c>2023-05-13T14:00:00.1234567Z out|err text</c>. The time is UTC with seven decimals,
/// so that it always takes <see cref="TimeLength"/> characters and lines sort by it; one space parts the fields; the text is
/// what the process wrote up to the end of its line, without it, and may be empty. Files are UTF-8, lines end in one line feed.
/// </summary>
public sealed record LogLine(DateTimeOffset Time, LogSource Source, string Text)
{
    /// <summary>Length of the time in characters.</summary>
    public const int TimeLength = 28;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string OutMark = " out ";
    private const string ErrMark = " err ";

    /// <summary>The line as it stands in the file, without the line feed.</summary>
    public string Format() =>
        Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + MarkOf(Source) + Text;

    /// <summary>Reads one line of a log file; false when it is none, as the last one of a file that was cut off may be.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out LogLine? logLine)
    {
        logLine = null;
        var textStart = TimeLength + OutMark.Length;
        if (line.Length < textStart || !TryParseTime(line.AsSpan(0, TimeLength), out var time))
        {
            return false;
        }

        var mark = line.AsSpan(TimeLength, OutMark.Length);
        if (!mark.SequenceEqual(OutMark) && !mark.SequenceEqual(ErrMark))
        {
            return false;
        }

        logLine = new LogLine(time, mark.SequenceEqual(OutMark) ? LogSource.Out : LogSource.Err, line[textStart..]);
        return true;
    }

    /// <summary>Reads one line of a log file.</summary>
    /// <exception cref="FormatException">The line is not one of a log file.</exception>
    public static LogLine Parse(string line) =>
        TryParse(line, out var logLine)
            ? logLine
            : throw new FormatException($"Line '{line}' is no log line: it does not read 'TIME out|err TEXT'.");

    private static bool TryParseTime(ReadOnlySpan<char> text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text,
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time);

    private static string MarkOf(LogSource source) => source switch
    {
        LogSource.Out => OutMark,
        LogSource.Err => ErrMark,
    };
}
