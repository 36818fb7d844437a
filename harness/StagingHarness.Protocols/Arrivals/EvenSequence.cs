namespace StagingHarness.Protocols.Arrivals;

/// <summary>Evenly spaced, as close as the rate says at each moment. Each is computed from the first, so that no error adds up.</summary>
internal sealed class EvenSequence(RateCurve curve) : ArrivalSequence
{
    private long _position;

    public override long Next() => curve.NanosecondsOf(_position++);
}
