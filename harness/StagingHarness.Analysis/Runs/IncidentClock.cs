using System.Globalization;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Runs;

/// <summary>Reads the incident's clock at moments of real time.</summary>
/// <param name="Plan">Where the clock starts, and how fast it goes.</param>
/// <param name="Origin">Real time since the epoch at which it starts: the first request is due; null before that.</param>
public sealed record IncidentClock(ClockPlan Plan, TimeSpan? Origin)
{
    /// <summary><c>13:55:00</c>; dashes before the clock starts.</summary>
    public string Show(TimeSpan at)
    {
        if (Origin is not { } origin || at < origin)
        {
            return "--:--:--";
        }

        var seconds = (long)Math.Round((Plan.Start.MinutesOfDay + Plan.ToIncident(at - origin).Minutes) * 60);
        var time = TimeSpan.FromSeconds(seconds % (24 * 60 * 60));
        return time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
    }
}
