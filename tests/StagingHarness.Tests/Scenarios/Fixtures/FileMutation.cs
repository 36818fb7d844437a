using System.Text;
using System.Text.RegularExpressions;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>A file with a byte, a line or a token changed; now and then with two of them.</summary>
internal static class FileMutation
{
    private static readonly string[] Tokens =
    [
        "null", "~", "true", "0", "-1", "1e999", "99999999999999999999", "5 min", "250ms", "100 %", "\"24:00\"", "[]", "{}", "[a, [b]]", "{ a: b }", "${x}",
        "${", "$${x}", "{listen.http}", "../../../a", "upgraded", "*a", "&a b", "!!map", "|", ">", "---", "extends", "variables", "\t", "\u2028", "\u001b[2J",
    ];

    public static byte[] Of(byte[] original, Sequence chance)
    {
        var mutated = original;
        for (var edits = 1 + chance.Next(2); edits > 0; edits--)
        {
            mutated = chance.Next(3) switch
            {
                0 => OfByte(mutated, chance),
                1 => OfLine(mutated, chance),
                _ => OfToken(mutated, chance),
            };
        }

        return mutated;
    }

    // Also such that are no text any more.
    private static byte[] OfByte(byte[] original, Sequence chance)
    {
        var at = chance.Next(original.Length);
        return chance.Next(3) switch
        {
            0 => [.. original[..at], (byte)chance.Next(256), .. original[at..]],
            1 => [.. original[..at], .. original[(at + 1)..]],
            _ => [.. original[..at], (byte)(original[at] ^ (1 << chance.Next(8))), .. original[(at + 1)..]],
        };
    }

    private static byte[] OfLine(byte[] original, Sequence chance)
    {
        var lines = Encoding.UTF8.GetString(original).Split('\n').ToList();
        var at = chance.Next(lines.Count);
        var other = chance.Next(lines.Count);
        switch (chance.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = $"  {lines[at]}";
                break;
            default:
                lines[at] = lines[at].TrimStart();
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // A word is replaced by another one of the file, or by one that means something to YAML or to the language.
    private static byte[] OfToken(byte[] original, Sequence chance)
    {
        var text = Encoding.UTF8.GetString(original);
        var words = Regex.Matches(text, @"[\w./%-]+");
        if (words.Count == 0)
        {
            return original;
        }

        var word = words[chance.Next(words.Count)];
        var instead = chance.Next(2) == 0 ? words[chance.Next(words.Count)].Value : Tokens[chance.Next(Tokens.Length)];
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, word.Index), instead, text.AsSpan(word.Index + word.Length)));
    }
}
