using StagingHarness.Protocols.Samples;

namespace StagingHarness.TestKit.Records;

/// <summary>What one request of a hand-made run got. Stamp 0 is none.</summary>
public readonly record struct SampleAnswer(Answerer By, ushort Status, Failure Failure, ushort Stamp)
{
    public static SampleAnswer App(ushort status, int stamp) => new(Answerer.App, status, Failure.None, (ushort)stamp);

    public static SampleAnswer Gateway(ushort status) => new(Answerer.Gateway, status, Failure.None, 0);

    public static SampleAnswer Nobody(Failure failure) => new(Answerer.Nobody, 0, failure, 0);
}
