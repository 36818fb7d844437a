namespace StagingHarness.Protocols.Arrivals;

/// <summary>
/// The moments of a schedule, one after the other and without an end. Each is computed when it is asked for, so that a long run needs no
/// more memory than a short one; the same order and seed give the same moments.
/// </summary>
public abstract class ArrivalSequence
{
    private protected ArrivalSequence()
    {
    }

    public static ArrivalSequence Of(ArrivalOrder order, long seed) => order switch
    {
        { Recorded: { } recorded } => new RecordedSequence(recorded),
        { IsPoisson: true } => new PoissonSequence(order.ToCurve(), seed),
        _ => new EvenSequence(order.ToCurve()),
    };

    /// <summary>The next moment, nanoseconds from the beginning; never before the one before.</summary>
    public abstract long Next();
}
