using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>The share of wrong answers over a window.</summary>
internal sealed class WrongMeter(ShareAlertPlan rule, TimeSpan over) : AlertMeter
{
    private readonly SlidingWindow<bool> _right = new(over);

    public override void Take(in Sample sample) => _right.Add(sample.Done, sample.Right);

    public override AlertReading Read(TimeSpan now)
    {
        var answers = _right.Until(now);
        return new AlertReading(Share(answers), rule.Above.Value, answers.Count, rule.MinimumSamples);
    }

    /// <summary>Of the wrong ones; 0 of nothing.</summary>
    internal static double Share(IReadOnlyCollection<(TimeSpan At, bool Right)> answers) =>
        answers.Count == 0 ? 0 : (double)answers.Count(answer => !answer.Right) / answers.Count;
}
