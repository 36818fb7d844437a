using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Scenarios.Plans;

/// <summary>
/// What the schedule of a plan can bring at most and at least, in any stretch of the run. Where requests come by chance, a bound holds in all
/// but one of a million plans (Chernoff's bounds of the Poisson distribution).
/// </summary>
public sealed class TrafficPace
{
    /// <summary>Natural logarithm of a million.</summary>
    private const double Certainty = 13.815510557964274;

    private const int Halvings = 100;

    private readonly ArrivalOrder _order;
    private readonly RateCurve _curve;

    public TrafficPace(TrafficPlan traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        _order = traffic.Schedule;
        _curve = _order.ToCurve();
    }

    /// <summary>The most requests that are due in a window of that length.</summary>
    public long MostDue(TimeSpan window) => (_order.Recorded, _order.IsPoisson) switch
    {
        ({ } recorded, _) => RecordedPace.MostDue(recorded, Microseconds(window)),
        (null, true) => (long)Math.Ceiling(AtMost(_curve.MostIn(window.TotalSeconds))),
        (null, false) => (long)Math.Ceiling(_curve.MostIn(window.TotalSeconds)),
    };

    /// <summary>The least time from one request to the one that many behind it.</summary>
    public TimeSpan LeastFor(int requests) => (_order.Recorded, _order.IsPoisson) switch
    {
        ({ } recorded, _) => TimeSpan.FromMicroseconds(RecordedPace.LeastFor(recorded, requests)),
        (null, true) => Shortest(Inverse(AtMost, requests)),
        (null, false) => Shortest(requests),
    };

    /// <summary>The most time until that many requests are due.</summary>
    public TimeSpan MostFor(int requests) => (_order.Recorded, _order.IsPoisson) switch
    {
        ({ } recorded, _) => TimeSpan.FromMicroseconds(RecordedPace.MostFor(recorded, requests)),
        (null, true) => TimeSpan.FromSeconds(Inverse(AtLeast, requests) / _curve.Lowest),
        (null, false) => TimeSpan.FromSeconds(requests / _curve.Lowest),
    };

    private static double AtMost(double average) =>
        average + (Certainty / 3) + Math.Sqrt((Certainty * Certainty / 9) + (2 * Certainty * average));

    private static double AtLeast(double average) => average - Math.Sqrt(2 * Certainty * average);

    /// <summary>The window that holds so many at the place where the rate is highest.</summary>
    private TimeSpan Shortest(double count) => _order.Stretches.IsEmpty
        ? TimeSpan.FromSeconds(count / _curve.Lowest)
        : TimeSpan.FromSeconds(Inverse(_curve.MostIn, count));

    /// <summary>The argument at which something that grows reaches a value; 0 where it is larger from the start.</summary>
    private static double Inverse(Func<double, double> grows, double value)
    {
        var (low, high) = (0.0, 1.0);
        while (grows(high) < value)
        {
            high *= 2;
        }

        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = grows(middle) < value ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
