using System.Runtime.CompilerServices;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Sends requests whose outcomes are thrown away: first one for each connection at once, so that connections stand before
/// the schedule begins, then the rest at a bounded pace, so that the code that measures is compiled. The servers that answer
/// may be cold too: they get no more at once than there are connections, and no more altogether than is ordered.
/// </summary>
internal sealed class WarmUp(GeneratorOrder order, IPacer pacer, ISender sender)
{
    /// <summary>
    /// Slower traffic than this is warmed up for at this pace, requests per second: compiling takes its time, and natively compiled there is nothing to
    /// wait for.
    /// </summary>
    private static readonly double SlowestPace = RuntimeFeature.IsDynamicCodeCompiled ? 200 : 1_000;

    /// <summary>Blocks the calling thread until the last one is sent; what became of the paced ones.</summary>
    public DispatchCount Run(CancellationToken cancellationToken)
    {
        var wave = Math.Min(order.Connections, order.WarmUpRequests);
        var timeout = (long)order.Timeout.TotalNanoseconds;
        var begin = pacer.Now;
        for (var index = 0; index < wave; index++)
        {
            sender.TryBegin(index, begin, timeout, cancellationToken);
        }

        var pace = Math.Max(SlowestPace, order.Arrivals.RateAtFirst);
        var rest = Math.Min(order.WarmUpRequests - wave, (long)(pace * GeneratorProgram.WarmUpWithin.TotalSeconds));
        var schedule = new Schedule(pacer.Now, ArrivalSequence.Of(ArrivalOrder.Evenly(pace), order.Seed));
        return new Dispatcher(schedule, GeneratorShare.Whole, pacer, sender, order.Timeout).Run(rest, cancellationToken);
    }
}
