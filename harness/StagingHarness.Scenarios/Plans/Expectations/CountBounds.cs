using System.Globalization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>How many are expected, both bounds included.</summary>
public sealed record CountBounds(long AtLeast, long AtMost)
{
    public bool Hold(long count) => count >= AtLeast && count <= AtMost;

    /// <summary><c>0</c>, <c>at most 3</c>, <c>at least 1</c>.</summary>
    public override string ToString() => (AtLeast, AtMost) switch
    {
        var (least, most) when least == most => most.ToString(CultureInfo.InvariantCulture),
        (0, var most) => string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
        (var least, _) => string.Create(CultureInfo.InvariantCulture, $"at least {least}"),
    };
}
