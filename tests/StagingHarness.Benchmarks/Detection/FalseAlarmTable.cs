using System.Globalization;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>How often detection fired although no more was wrong than is tolerated.</summary>
internal static class FalseAlarmTable
{
    public static string Head => $"\nno more is wrong than is tolerated; detection is armed anew after each alarm:\n{"wrong, wanted",-15}{"measured",10}{"threshold",12}{"answers",12}{"false alarms",15}{"at most, on average",22}{"dropped",10}{"unanswered",12}";

    /// <summary>
    /// The bound of N answers is N / threshold: the chance of one, and, where detection is armed anew after each, how many there are on average (what each
    /// alarm's statistic has reached, and the one that still runs, are together N on average; Shiryaev-Roberts less N is a martingale).
    /// </summary>
    public static string Line(double share, Stretch stretch, LiveWatch watch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{share,-15:0.0 %}{(double)stretch.Wrong / stretch.Seen,10:0.000 %}{watch.Plan.Threshold,12:0.#E+0}{stretch.Seen,12:#,0}{watch.Alarms.Count,15:#,0}{stretch.Seen / watch.Plan.Threshold,22:0.###}{stretch.Dropped,10:#,0}{stretch.Unanswered,12:#,0}");
}
