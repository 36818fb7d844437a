using System.Collections.Immutable;

namespace StagingHarness.Protocols.Arrivals;

/// <summary>How many requests come by when: stretches one after the other, and then one rate for good.</summary>
/// <param name="stretches">From the first moment on.</param>
/// <param name="then">Requests per second behind them.</param>
public sealed class RateCurve(ImmutableArray<RateStretch> stretches, double then)
{
    private const double NanosecondsPerSecond = 1e9;

    public double Highest { get; } = stretches.SelectMany(stretch => new[] { stretch.From, stretch.To }).Append(then).Max();

    public double Lowest { get; } = stretches.SelectMany(stretch => new[] { stretch.From, stretch.To }).Append(then).Min();

    /// <summary>How many have come by then, as a fraction.</summary>
    public double CountBy(double seconds)
    {
        var count = 0.0;
        foreach (var stretch in stretches)
        {
            if (seconds < stretch.Seconds)
            {
                return count + stretch.CountBy(seconds);
            }

            count += stretch.Count;
            seconds -= stretch.Seconds;
        }

        return count + (seconds * then);
    }

    /// <summary>The moment, nanoseconds from the first, by which so many have come.</summary>
    public long NanosecondsOf(double count)
    {
        var before = 0.0;
        foreach (var stretch in stretches)
        {
            if (count < stretch.Count)
            {
                return (long)Math.Round((before + stretch.SecondsFor(count)) * NanosecondsPerSecond);
            }

            count -= stretch.Count;
            before += stretch.Seconds;
        }

        return (long)Math.Round((before * NanosecondsPerSecond) + (count * NanosecondsPerSecond / then));
    }

    /// <summary>The most that come in any window of that length, as a fraction.</summary>
    public double MostIn(double seconds) => Beginnings(seconds).Max(from => CountBy(from + seconds) - CountBy(from));

    /// <summary>
    /// Where the fullest window can begin: where a stretch begins or ends at one of its two edges, or between two such moments, where the rates
    /// at both edges are the same.
    /// </summary>
    private IEnumerable<double> Beginnings(double seconds)
    {
        var edges = stretches.Aggregate(ImmutableList.Create(0.0), (sofar, stretch) => sofar.Add(sofar[^1] + stretch.Seconds));
        var corners = edges.Concat(edges.Select(edge => edge - seconds)).Where(from => from >= 0).Distinct().Order().ToList();
        for (var index = 0; index < corners.Count; index++)
        {
            yield return corners[index];
            if (index + 1 < corners.Count && Level(corners[index], corners[index + 1], seconds) is { } level)
            {
                yield return level;
            }
        }
    }

    /// <summary>Both rates change evenly between two corners, so their difference does.</summary>
    private double? Level(double from, double to, double seconds)
    {
        var inside = (to - from) / 4;
        var (early, late) = (Gain(from + inside, seconds), Gain(to - inside, seconds));
        var at = from + inside + ((to - from - (2 * inside)) * early / (early - late));
        return early != late && at > from && at < to ? at : null;
    }

    /// <summary>What the window gains at its end above what it loses at its beginning, when it moves on.</summary>
    private double Gain(double from, double seconds) => RateAt(from + seconds) - RateAt(from);

    private double RateAt(double seconds)
    {
        foreach (var stretch in stretches)
        {
            if (seconds < stretch.Seconds)
            {
                return stretch.RateAt(seconds);
            }

            seconds -= stretch.Seconds;
        }

        return then;
    }
}
