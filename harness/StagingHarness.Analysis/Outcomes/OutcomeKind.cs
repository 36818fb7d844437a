using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Who answered a request, and what; or why nobody did.</summary>
public readonly record struct OutcomeKind(Answerer Answerer, int Status, Failure Failure)
{
    public bool Right => Status is >= 200 and < 300;

    public static OutcomeKind Of(Sample sample) => new(sample.Answerer, sample.Status, sample.Failure);

    /// <summary><c>app 500</c>, <c>gateway 503</c>, <c>nobody ConnectFailed</c>: as the journal writes it.</summary>
    public override string ToString() => Answerer switch
    {
        Answerer.App => $"app {Status}",
        Answerer.Gateway => $"gateway {Status}",
        Answerer.Nobody => $"nobody {Failure}",
        Answerer.Unknown => $"unknown {Status}",
    };
}
