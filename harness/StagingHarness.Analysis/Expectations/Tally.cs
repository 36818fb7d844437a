using StagingHarness.Analysis.Phases;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts observations as they come, in the order of time, and keeps none of them.</summary>
/// <param name="since">Moment from which on the first hit is looked for.</param>
/// <param name="lasts">What was observed lasts until it is observed otherwise, as a state does; a sample speaks of its own moment only.</param>
internal sealed class Tally(TimeSpan since, bool lasts)
{
    private PhaseStretch? stretch;
    private TimeSpan? unbrokenFrom;
    private TimeSpan lastHit;

    public long Total { get; private set; }

    public long Hits { get; private set; }

    /// <summary>From the moment on; null when there was none.</summary>
    public TimeSpan? FirstHit { get; private set; }

    /// <summary>The last moment that is known of.</summary>
    public TimeSpan? Last { get; private set; }

    /// <summary>Real time of the longest unbroken row of hits, and where it began.</summary>
    public (TimeSpan Length, TimeSpan From)? Longest { get; private set; }

    /// <summary>What somebody else has counted.</summary>
    public static Tally Of(long hits) => new(TimeSpan.Zero, lasts: false) { Total = hits, Hits = hits };

    public void Add(Observation observation, PhaseStretch within)
    {
        if (within != stretch)
        {
            Break(stretch?.Until);
            stretch = within;
        }

        Total++;
        Last = observation.At;
        if (!observation.Hit)
        {
            Break(observation.At);
            return;
        }

        Hits++;
        lastHit = observation.At;
        unbrokenFrom ??= observation.At;
        FirstHit ??= observation.At >= since ? observation.At : null;
    }

    /// <summary>Nothing more comes.</summary>
    public void End() => Break(stretch?.Until);

    private void Break(TimeSpan? at)
    {
        if (unbrokenFrom is { } from)
        {
            var length = (lasts ? at ?? lastHit : lastHit) - from;
            Longest = Longest is { } longest && longest.Length >= length ? longest : (length, from);
            unbrokenFrom = null;
        }
    }
}
