using StagingHarness.Analysis.Bounds;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Expectations;

/// <summary>A share that was counted, and how it stands against its bounds.</summary>
/// <param name="Hits">Those of the samples that have what was asked for.</param>
/// <param name="Samples">What they were counted in.</param>
/// <param name="WhyMissing">Why more should have been counted; null when nothing is missing.</param>
internal sealed record ShareMeasurement(long Hits, ExpectationSamples Samples, string? WhyMissing)
{
    /// <summary>The exact count; seeing none prints what that proves.</summary>
    public string Got => Hits == 0 ? NoneBound.Text(Samples.Total) : Figures.PartOf(Hits, Samples.Total);

    public (Standing Standing, string? Reason) Against(ShareBounds bounds)
    {
        if (RefutedBy(bounds))
        {
            return (Standing.NotMet, null);
        }

        if ((WhyMissing ?? Samples.WhyTooFew) is { } reason)
        {
            return (Standing.Inconclusive, reason);
        }

        return (bounds.Hold(Share.Of(Hits, Samples.Total)) ? Standing.Met : Standing.NotMet, null);
    }

    /// <summary>One counterexample refutes "none" and "all", however many samples are missing.</summary>
    private bool RefutedBy(ShareBounds bounds) =>
        (bounds.AtMost == Share.None && Hits > 0) || (bounds.AtLeast == Share.All && Hits < Samples.Total);
}
