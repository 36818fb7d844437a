using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Generator.Control;

/// <summary>Whether there is a next moment after every one, and it comes later.</summary>
internal static class ArrivalCheck
{
    private const double Highest = 1_000_000;

    /// <summary>Null when the order can be kept.</summary>
    public static string? FindProblem(ArrivalOrder order)
    {
        if (order.Recorded is { } recorded)
        {
            return FindProblem(recorded);
        }

        var rates = order.Stretches.SelectMany(stretch => new[] { stretch.From, stretch.To }).Append(order.Then);
        if (rates.Where(rate => rate is not (> 0 and <= Highest)).Select(rate => (double?)rate).FirstOrDefault() is { } odd)
        {
            return $"Rate '{odd}' is out of range; give more than 0 and at most 1,000,000 requests per second.";
        }

        return order.Stretches.FirstOrDefault(stretch => stretch.Seconds is not (> 0 and < double.PositiveInfinity)) is { } empty
            ? $"A stretch of '{empty.Seconds}' s has no end or no length; give more than 0."
            : null;
    }

    private static string? FindProblem(RecordedArrivals recorded)
    {
        if (recorded.Microseconds.IsDefaultOrEmpty)
        {
            return "The recording has no moments; give at least one.";
        }

        if (recorded.Microseconds[0] < 0 || recorded.Microseconds.Zip(recorded.Microseconds.Skip(1)).Any(pair => pair.Second < pair.First))
        {
            return "The moments of the recording go back; give them in their order.";
        }

        return recorded.PeriodMicroseconds <= recorded.Microseconds[^1]
            ? $"The recording begins again after {recorded.PeriodMicroseconds} us, before it has ended."
            : null;
    }
}
