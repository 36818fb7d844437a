using System.Globalization;
using System.Text;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>The shortest text that a plain pattern fits, such as <c>^[A-Z]{3}$</c>; no look-arounds and no references back.</summary>
internal sealed class PatternText
{
    private const int Longest = 1000;

    private const string Candidates = "a0A-_ .:/";

    private readonly string pattern;
    private int at;

    private PatternText(string pattern)
    {
        this.pattern = pattern;
    }

    /// <summary>Null where the pattern is none of those that can be made up.</summary>
    public static string? Of(string pattern)
    {
        try
        {
            var reader = new PatternText(pattern);
            var text = reader.Choice();
            return reader.at == pattern.Length && text.Length <= Longest ? text : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private char Next => at < pattern.Length ? pattern[at] : '\0';

    /// <summary>The first way that it offers; the others are gone through and forgotten.</summary>
    private string Choice()
    {
        var first = Sequence();
        while (Next == '|')
        {
            at++;
            Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (at < pattern.Length && Next is not ('|' or ')'))
        {
            if (Next is '^' or '$')
            {
                at++;
                continue;
            }

            var atom = Atom();
            text.Insert(text.Length, atom, Times());
            if (text.Length > Longest)
            {
                throw new FormatException("It is too long.");
            }
        }

        return text.ToString();
    }

    private string Atom() => pattern[at++] switch
    {
        '(' => Group(),
        '[' => Class(),
        '\\' => Escape(inClass: false)(Candidates).ToString(),
        '.' => "a",
        '*' or '+' or '?' => throw new FormatException("Nothing is there to be repeated."),
        var letter => letter.ToString(),
    };

    private string Group()
    {
        if (Next == '?')
        {
            at++;
            var kind = Take();
            if (kind == '<' && Next is not ('=' or '!'))
            {
                at = pattern.IndexOf('>', at) is > 0 and var end ? end + 1 : throw new FormatException("A name has no end.");
            }
            else if (kind != ':')
            {
                throw new FormatException("It looks around.");
            }
        }

        var text = Choice();
        return Take() == ')' ? text : throw new FormatException("A group has no end.");
    }

    /// <summary>The first letter of a set, or one that is not in it.</summary>
    private string Class()
    {
        var isNegated = Next == '^';
        at += isNegated ? 1 : 0;
        var first = '\0';
        var has = new List<Func<char, bool>>();
        for (var isFirst = true; Next != ']' || isFirst; isFirst = false)
        {
            var (low, set) = Member();
            var high = low;
            if (Next == '-' && at + 1 < pattern.Length && pattern[at + 1] != ']' && set is null)
            {
                at++;
                (high, _) = Member();
            }

            first = first == '\0' ? low : first;
            has.Add(set ?? (letter => letter >= low && letter <= high));
        }

        at++;
        return (isNegated ? Candidates.FirstOrDefault(letter => !has.Exists(one => one(letter))) : first) is not '\0' and var chosen
            ? chosen.ToString()
            : throw new FormatException("No letter is left.");
    }

    private (char First, Func<char, bool>? Set) Member()
    {
        var letter = Take();
        if (letter != '\\')
        {
            return (letter, null);
        }

        var isSet = Next is 'd' or 'D' or 'w' or 'W' or 's' or 'S';
        var choose = Escape(inClass: true);
        return (choose(Candidates), isSet ? letter => choose(letter.ToString()) == letter : null);
    }

    /// <summary>Chooses among letters; a single letter that stands for itself chooses that.</summary>
    private Func<string, char> Escape(bool inClass)
    {
        var kind = Take();
        return kind switch
        {
            'd' => Of(char.IsAsciiDigit),
            'D' => Of(letter => !char.IsAsciiDigit(letter)),
            'w' => Of(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'),
            'W' => Of(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'),
            's' => Of(char.IsWhiteSpace),
            'S' => Of(letter => !char.IsWhiteSpace(letter)),
            't' => _ => '\t',
            'n' => _ => '\n',
            'r' => _ => '\r',
            'x' => Code(2),
            'u' => Code(4),
            _ when char.IsAsciiLetterOrDigit(kind) => throw new FormatException(inClass ? "A class is not known." : "It looks back, or at a border."),
            _ => _ => kind,
        };

        static Func<string, char> Of(Func<char, bool> fits) => letters => letters.FirstOrDefault(fits);

        Func<string, char> Code(int digits)
        {
            var code = at + digits <= pattern.Length ? pattern.Substring(at, digits) : "";
            at += digits;
            return int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var letter) ? _ => (char)letter : throw new FormatException("A code is none.");
        }
    }

    /// <summary>How often at least.</summary>
    private int Times()
    {
        var times = Next switch
        {
            '?' or '*' => 0,
            '+' => 1,
            '{' => Counted(),
            _ => -1,
        };
        if (times < 0)
        {
            return 1;
        }

        at++;
        at += Next == '?' ? 1 : 0;
        return times;
    }

    private int Counted()
    {
        var end = pattern.IndexOf('}', at);
        return end > 0 && int.TryParse(pattern[(at + 1)..end].Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times <= Longest && (at = end) > 0
            ? times
            : throw new FormatException("A count is none.");
    }

    private char Take() => at < pattern.Length ? pattern[at++] : throw new FormatException("It ends too soon.");
}
