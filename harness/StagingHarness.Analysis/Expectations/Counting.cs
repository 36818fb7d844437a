using StagingHarness.Analysis.Wording;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What surrounds a count: enough of it, where it began, and whether more could come.</summary>
internal sealed record Counting
{
    public required ExpectationSamples Samples { get; init; }

    /// <summary>Why more should have been observed; null when nothing is missing.</summary>
    public required string? WhyMissing { get; init; }

    /// <summary>Why what was not observed may still come, or may have been missed; null when nothing can.</summary>
    public required string? WhyIncomplete { get; init; }

    /// <summary>From where a time counts; null when that moment did not come.</summary>
    public required TimeSpan? Begin { get; init; }

    /// <summary>Real time of all phases together.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>How a moment is written, on both clocks.</summary>
    public required Func<TimeSpan, string> Show { get; init; }

    /// <summary>All that was observed: <c>604 requests</c>.</summary>
    public string Everything
    {
        get => field ?? Figures.Count(Samples.Total, Samples.Unit);
        init;
    }

    /// <summary>Why too little was observed to say anything; null when it is enough.</summary>
    public string? WhyTooLittle => WhyMissing ?? Samples.WhyTooFew;
}
