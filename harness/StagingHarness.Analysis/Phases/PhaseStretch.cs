namespace StagingHarness.Analysis.Phases;

/// <summary>One half-open interval [from, until) of a phase, real time since the epoch.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
/// <param name="Step">Number of the step that began it; null when no step did.</param>
public sealed record PhaseStretch(TimeSpan From, TimeSpan Until, string? Step)
{
    public bool Contains(TimeSpan moment) => moment >= From && moment < Until;

    /// <summary>Whether a moment lies in one of them; asked for each request, so nothing is allocated.</summary>
    public static bool AnyContains(ReadOnlySpan<PhaseStretch> stretches, TimeSpan moment)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Contains(moment))
            {
                return true;
            }
        }

        return false;
    }
}
