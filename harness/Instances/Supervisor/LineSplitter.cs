using System.Text;

namespace StagingHarness.Supervisor;

/// <summary>
/// Cuts a stream of UTF-8 bytes into lines. Lines end in LF or CRLF; one longer than <see cref="LongestLine"/> characters is
/// broken, so that a process that never ends its line cannot eat all memory.
/// </summary>
internal sealed class LineSplitter
{
    public const int LongestLine = 64 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _pending = new();

    public IReadOnlyList<string> Split(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var text = characters.AsSpan(0, _decoder.GetChars(bytes, characters, flush: false));
        var lines = new List<string>();
        foreach (var character in text)
        {
            if (character == '\n')
            {
                lines.Add(TakePending());
            }
            else
            {
                _pending.Append(character);
                if (_pending.Length == LongestLine)
                {
                    lines.Add(TakePending());
                }
            }
        }

        return lines;
    }

    /// <summary>What was written last without the end of a line.</summary>
    public IReadOnlyList<string> TakeRest() => _pending.Length == 0 ? [] : [TakePending()];

    private string TakePending()
    {
        var end = _pending.Length > 0 && _pending[^1] == '\r' ? _pending.Length - 1 : _pending.Length;
        var line = _pending.ToString(0, end);
        _pending.Clear();
        return line;
    }
}
