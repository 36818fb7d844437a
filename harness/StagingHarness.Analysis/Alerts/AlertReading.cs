namespace StagingHarness.Analysis.Alerts;

/// <summary>What a rule read at one evaluation.</summary>
/// <param name="Value">In the unit of the rule: a share from 0 to 1, a factor, milliseconds, a number.</param>
/// <param name="Threshold">The same.</param>
/// <param name="Samples">What the window held.</param>
/// <param name="Needed">What it must hold to say anything.</param>
public readonly record struct AlertReading(double Value, double Threshold, long Samples, long Needed)
{
    public bool IsEnough => Samples >= Needed;

    public bool IsAbove => IsEnough && Value > Threshold;
}
