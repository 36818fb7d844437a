using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>What came back for one request. <see cref="Server"/> is known as soon as the head of an answer came.</summary>
internal readonly record struct Outcome(int Status, Answerer Answerer, Failure Failure, ServerStamp? Server)
{
    public static Outcome Failed(Failure failure, ServerStamp? server) => new(0, Answerer.Nobody, failure, server);
}
