using System.Text.RegularExpressions;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>What stands below a key of a YAML text, from its first character to its last.</summary>
internal sealed record WrittenValue(string Text, string Key, int Start, int End)
{
    /// <summary>Line of the key, from 1.</summary>
    public int Line => Text[..Start].Count(character => character == '\n') + 1;

    /// <summary>One for each key of a text as the fixtures write it: plain keys, flow and block style, no comments.</summary>
    public static IEnumerable<WrittenValue> In(string text) =>
        from key in Regex.Matches(text, "(?<=^|[{,]) *(?:- )?(\"[^\"]+\"|[A-Za-z0-9.-]+):(?= |\n)", RegexOptions.Multiline)
        select new WrittenValue(text, key.Groups[1].Value, key.Index + key.Length, EndOf(text, key));

    /// <summary>The text with another value in its place.</summary>
    public string With(string value) => $"{Text[..Start]} {value}{Text[End..]}";

    public override string ToString() => $"line {Line} {Key.Trim('"')}";

    private static int EndOf(string text, Match key)
    {
        var start = key.Index + key.Length;
        return text[start] == '\n' ? EndOfBlock(text, key) : EndOfFlow(text, start);
    }

    // Everything that is indented further than the key.
    private static int EndOfBlock(string text, Match key)
    {
        var indentation = key.Groups[1].Index - (text.LastIndexOf('\n', key.Groups[1].Index) + 1);
        var next = Regex.Match(text[(key.Index + key.Length)..], $"\n {{0,{indentation}}}(?![ \n])");
        return key.Index + key.Length + next.Index;
    }

    // To the comma, bracket or line end that does not belong to the value itself.
    private static int EndOfFlow(string text, int start)
    {
        var depth = 0;
        var quote = '\0';
        for (var at = start; at < text.Length; at++)
        {
            var character = text[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && text[at - 1] is (' ' or '['))
            {
                quote = character;
            }
            else if (character is '{' or '[')
            {
                depth++;
            }
            else if (character == '\n' || (depth == 0 && character is (',' or '}' or ']')))
            {
                return at;
            }
            else if (character is '}' or ']')
            {
                depth--;
            }
        }

        return text.Length;
    }
}
