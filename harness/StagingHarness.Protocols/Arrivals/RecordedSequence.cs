namespace StagingHarness.Protocols.Arrivals;

/// <summary>A recording, over and over.</summary>
internal sealed class RecordedSequence(RecordedArrivals recorded) : ArrivalSequence
{
    private long _position;

    public override long Next() => recorded.Of(_position++) * 1000;
}
