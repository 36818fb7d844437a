using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Detection;

/// <summary>
/// Decides after each response whether answers are wrong more often than tolerated: Shiryaev-Roberts procedure over a mixture
/// of alternatives (0.3, 1, 5 and 50 % wrong), R := (1 + R) * L for each, where L is the likelihood ratio of the alternative to
/// the tolerated background. It fires when the mean of R reaches the threshold A; within N responses at or below the background
/// it does so with a probability of at most N / A, without calibration (R - n is a martingale there, and Doob's inequality bounds its maximum).
/// A background of zero tolerates nothing: the first wrong answer fires.
/// </summary>
public sealed class MixtureDetector
{
    private static readonly double[] Alternatives = [0.003, 0.01, 0.05, 0.5];

    /// <summary>Far above any threshold, and far enough below the largest number that one more factor keeps it finite.</summary>
    private const double LargestStatistic = 1e200;

    private readonly double _background;
    private readonly double[] _whenWrong;
    private readonly double[] _whenRight;
    private readonly double[] _statistics;

    /// <param name="plan">Background from 0 to below 50 %; threshold above 0, multiplied by the number of streams watched.</param>
    /// <exception cref="ArgumentOutOfRangeException">Background or threshold cannot be tested with.</exception>
    public MixtureDetector(DetectionPlan plan)
    {
        _background = plan.Background.Value;
        Threshold = plan.Threshold;
        if (!(_background >= 0 && _background < Alternatives[^1]))
        {
            throw new ArgumentOutOfRangeException(
                nameof(plan), $"Tolerated background '{plan.Background}' cannot be told from a failure; give 0 to below 50 %.");
        }

        if (!(Threshold > 0 && Threshold < LargestStatistic))
        {
            throw new ArgumentOutOfRangeException(
                nameof(plan), $"Detection threshold '{Threshold}' is out of range; give more than 0 and less than 1e200.");
        }

        // What is tolerated is no alternative to itself.
        var alternatives = Alternatives.Where(alternative => alternative > _background).ToArray();
        _whenWrong = [.. alternatives.Select(alternative => alternative / _background)];
        _whenRight = [.. alternatives.Select(alternative => (1 - alternative) / (1 - _background))];
        _statistics = new double[alternatives.Length];
    }

    public double Threshold { get; }

    /// <summary>Mean of R; finite. With a background of zero: the threshold once it fired, 0 before.</summary>
    public double Statistic { get; private set; }

    /// <summary>Responses observed, and how many of them were wrong.</summary>
    public long Seen { get; private set; }

    public long Wrong { get; private set; }

    /// <summary>Stays true once it fired.</summary>
    public bool Fired { get; private set; }

    /// <summary>Chance of a false alarm within so many healthy answers, at most; a background of zero tolerates nothing, so it has none.</summary>
    public static Share FalseAlarmsAtMost(DetectionPlan plan, long answers) =>
        plan.Background.Value > 0 ? new Share(Math.Min(1, answers / plan.Threshold)) : Share.None;

    /// <summary>Takes one response; true when the detector has fired, with this response or before.</summary>
    public bool Observe(bool right)
    {
        Seen++;
        Wrong += right ? 0 : 1;
        Statistic = _background > 0 ? Advance(right ? _whenRight : _whenWrong) : Wrong > 0 ? Threshold : 0;
        Fired |= Statistic >= Threshold;
        return Fired;
    }

    private double Advance(double[] likelihoodRatios)
    {
        double sum = 0;
        for (var index = 0; index < _statistics.Length; index++)
        {
            var advanced = (1 + _statistics[index]) * likelihoodRatios[index];
            _statistics[index] = Math.Min(advanced, LargestStatistic);
            sum += _statistics[index];
        }

        return sum / _statistics.Length;
    }
}
