using System.Text;
using System.Text.RegularExpressions;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Readiness;

/// <summary>Searches what an instance has written since its start, and goes on where it was each time.</summary>
internal sealed class LogSearch(string file, long from, string pattern)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant, MatchTimeout);
    private long _position = from;
    private long _lines;

    /// <returns>Null when a line matches, otherwise what was seen.</returns>
    public string? Look()
    {
        try
        {
            if (ReadNewLines().Any(IsMatch))
            {
                return null;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return $"a line on which '{pattern}' was searched for more than {MatchTimeout.TotalSeconds:0} s; write a simpler pattern";
        }

        return $"no line that matches '{pattern}' among the {_lines} that it wrote";
    }

    private bool IsMatch(string line)
    {
        _lines++;
        return LogLine.TryParse(line, out var parsed) && _regex.IsMatch(parsed.Text);
    }

    /// <summary>Whole lines only; the rest of a line that is being written comes with the next look.</summary>
    private string[] ReadNewLines()
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _position;
        var bytes = new byte[stream.Length - _position];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var end = Array.LastIndexOf(bytes, (byte)'\n', count - 1) + 1;
        _position += end;
        return end == 0 ? [] : Encoding.UTF8.GetString(bytes, 0, end - 1).Split('\n');
    }
}
