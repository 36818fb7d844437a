namespace StagingHarness.Benchmarks.Contests;

/// <summary>What one run of a contestant came to.</summary>
/// <param name="MicrosecondsPerRequest">Processor time of the client.</param>
/// <param name="Missing">Requests that were due and got no right answer; null where none is due.</param>
/// <param name="Jitter">How late requests left; null where the contestant does not tell.</param>
internal sealed record Score(double MicrosecondsPerRequest, long? Missing, Jitter? Jitter)
{
    /// <exception cref="InvalidOperationException">Nothing was answered, so that there is nothing to share the time between.</exception>
    public static Score Of(TimeSpan processor, long answered, long? missing, Jitter? jitter) => answered > 0
        ? new Score(processor.TotalMicroseconds / answered, missing, jitter)
        : throw new InvalidOperationException("No request was answered; what came out of it was not what is measured.");

    /// <summary>Of several runs: the median of each figure, and the most that was missing.</summary>
    public static Score Typical(IReadOnlyList<Score> scores) => new(
        Median(scores.Select(score => score.MicrosecondsPerRequest)),
        scores.Max(score => score.Missing),
        scores.All(score => score.Jitter is not null)
            ? new Jitter(Median(scores.Select(score => score.Jitter!.P50)), Median(scores.Select(score => score.Jitter!.P99)))
            : null);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
