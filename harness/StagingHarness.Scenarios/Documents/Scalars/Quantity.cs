using System.Globalization;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A number and the unit behind it, as written: <c>5 min</c>, <c>250ms</c>, <c>100/s</c>; the unit may be empty.</summary>
internal sealed record Quantity(double Number, string Unit)
{
    /// <summary>Reads digits with an optional fraction, an optional space, and letters, <c>/</c> or <c>%</c>. No sign, no exponent.</summary>
    public static Quantity? Parse(string text)
    {
        var digits = text.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        var unit = text[digits..].Trim();
        var read = double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return read && double.IsFinite(number) && unit.All(character => char.IsAsciiLetter(character) || character is '/' or '%')
            ? new Quantity(number, unit)
            : null;
    }
}
