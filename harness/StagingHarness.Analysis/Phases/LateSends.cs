using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Phases;

/// <summary>
/// Requests that were due in one phase and left in a later one, since the generator stood still, and whose answer was wrong while that phase answers
/// rightly, or right while it answers wrongly: what they met was another stage than the one that they count for.
/// </summary>
/// <param name="Requests">How many.</param>
/// <param name="Worst">How late the latest of them was sent.</param>
public sealed record LateSends(int Requests, TimeSpan Worst)
{
    /// <param name="timeline">The phases; a moment may lie in several.</param>
    /// <param name="samples">All samples.</param>
    public static LateSends Of(PhaseTimeline timeline, ImmutableArray<Sample> samples)
    {
        var late = timeline.Phases.SelectMany(phase => phase.Stretches).SelectMany(stretch => In(stretch, samples)).ToHashSet();
        return new LateSends(late.Count, late.Select(DelayOf).DefaultIfEmpty().Max());
    }

    private static IEnumerable<Sample> In(PhaseStretch stretch, ImmutableArray<Sample> samples)
    {
        var (right, wrong) = (0, 0);
        var late = new List<Sample>();
        foreach (var sample in samples.Where(sample => stretch.Contains(sample.Due)))
        {
            if (sample.Due + DelayOf(sample) >= stretch.Until)
            {
                late.Add(sample);
            }
            else if (sample.Right)
            {
                right++;
            }
            else
            {
                wrong++;
            }
        }

        return late.Where(sample => sample.Right != right >= wrong);
    }

    private static TimeSpan DelayOf(Sample sample) => TimeSpan.FromMicroseconds(sample.SendDelayMicroseconds);
}
