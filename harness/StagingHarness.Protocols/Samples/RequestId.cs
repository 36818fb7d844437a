using System.Globalization;

namespace StagingHarness.Protocols.Samples;

/// <summary>
/// The id that a request of the traffic carries: the plan's seed and the request's position in the schedule, so that its sample
/// tells it.
/// </summary>
public static class RequestId
{
    /// <summary><c>7-1042</c>.</summary>
    public static string Of(long seed, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{seed}-{sequence}");

    /// <summary>Of a request of the warm-up, which has no sample: <c>7-w12</c>.</summary>
    public static string OfWarmUp(long seed, long number) => string.Create(CultureInfo.InvariantCulture, $"{seed}-w{number}");

    /// <summary>The position in the schedule; null for an id that no request of that seed's schedule carries.</summary>
    public static uint? SequenceOf(long seed, string id) =>
        Number(id, Of(seed, 0)[..^1]) is { } number && Of(seed, number) == id ? number : null;

    public static bool IsOfWarmUp(long seed, string id) =>
        Number(id, OfWarmUp(seed, 0)[..^1]) is { } number && OfWarmUp(seed, number) == id;

    private static uint? Number(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal)
        && uint.TryParse(id.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
