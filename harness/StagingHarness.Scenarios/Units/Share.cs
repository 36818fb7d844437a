using System.Globalization;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A part of a whole, 0 to 1; printed in percent.</summary>
[JsonConverter(typeof(ShareConverter))]
public readonly record struct Share(double Value) : IComparable<Share>
{
    public static Share None => new(0);

    public static Share All => new(1);

    /// <summary>Part of whole; an empty whole has no share, so it is not a number: ask for the count first.</summary>
    public static Share Of(long part, long whole) => new(whole == 0 ? double.NaN : (double)part / whole);

    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    public static bool operator <(Share left, Share right) => left.Value < right.Value;

    public static bool operator >(Share left, Share right) => left.Value > right.Value;

    public static bool operator <=(Share left, Share right) => left.Value <= right.Value;

    public static bool operator >=(Share left, Share right) => left.Value >= right.Value;

    /// <summary>In percent. Never rounded up to 100 % or down to 0 % when it is not: 99.996 % prints as 99.99 %.</summary>
    public override string ToString()
    {
        var percent = Value * 100;
        var rounded = Math.Round(percent, 2);
        var shown = rounded switch
        {
            100 when percent < 100 => 99.99,
            0 when percent > 0 => 0.01,
            _ => rounded,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{shown:0.##} %");
    }
}
