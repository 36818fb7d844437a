using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Who answered a request, and what; or why nobody did.</summary>
public readonly record struct OutcomeKind(Answerer Answerer, int Status, Failure Failure, AnswerCheck Check = AnswerCheck.ByStatus)
{
    public bool Right => Sample.IsRight(Status, Check);

    public static OutcomeKind Of(in Sample sample) => new(sample.Answerer, sample.Status, sample.Failure, sample.Check);

    /// <summary>Whether a request ended in this way.</summary>
    public bool Is(in Sample sample) =>
        Status == sample.Status && Answerer == sample.Answerer && Failure == sample.Failure && Check == sample.Check;

    /// <summary><c>app 500</c>, <c>app 200 wrong-content</c>, <c>gateway 503</c>, <c>nobody ConnectFailed</c>: as the journal writes it.</summary>
    public override string ToString() => Answerer switch
    {
        Answerer.App => $"app {Status}{CheckWords.Behind(Check)}",
        Answerer.Gateway => $"gateway {Status}{CheckWords.Behind(Check)}",
        Answerer.Nobody => $"nobody {Failure}",
        Answerer.Unknown => $"unknown {Status}{CheckWords.Behind(Check)}",
    };
}
