using System.Globalization;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>The scores of one load, as a table.</summary>
/// <param name="load">What everybody sent.</param>
/// <param name="reference">Microseconds of processor time to compare with; null where the reference takes no part.</param>
internal sealed class ContestTable(Load load, double? reference)
{
    private const string Unknown = "-";

    public string Head
    {
        get
        {
            var title = load.PerSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:#,0}/s") : "as often as answers come";
            return $"\n{title,-26}{"us of processor",16}{"times hey",12}{"late, p50",12}{"late, p99",12}{"of due, missing",18}";
        }
    }

    public string Line(string name, Score score) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-26}{score.MicrosecondsPerRequest,16:0.0}{Ratio(score),12}{Late(score.Jitter?.P50),12}{Late(score.Jitter?.P99),12}{Missing(score.Missing),18}");

    private string Ratio(Score score) => reference is { } other ? Format($"{score.MicrosecondsPerRequest / other:0.00}") : Unknown;

    private static string Late(double? milliseconds) => milliseconds is { } known ? Format($"{known:0.000} ms") : Unknown;

    private string Missing(long? missing) =>
        missing is { } count && load.Due is { } due ? Format($"{count:#,0} of {due:#,0}") : Unknown;

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
