using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>What came back for one request. <see cref="Server"/> is known as soon as the head of an answer came.</summary>
internal readonly record struct Outcome(int Status, Answerer Answerer, Failure Failure, ServerStamp? Server)
{
    /// <summary>What else was looked at in the answer.</summary>
    public AnswerCheck Check { get; init; }

    /// <summary>What the gateway saw spoken; null where it does not speak of that, or nobody answered.</summary>
    public string? Spoken { get; init; }

    public bool Right => Failure == Failure.None && Sample.IsRight(Status, Check);

    public static Outcome Failed(Failure failure, ServerStamp? server) => new(0, Answerer.Nobody, failure, server);
}
