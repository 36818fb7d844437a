using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Traffic that flows.</summary>
public interface ITrafficSession : IAsyncDisposable
{
    /// <summary><c>jit</c> or <c>aot</c>.</summary>
    string Flavour { get; }

    /// <summary>What the generator found out about itself before it began, in words for a receipt.</summary>
    string SelfCheck { get; }

    /// <summary>The figures of that: how late it woke up, of several generators the latest one.</summary>
    PacerLateness Lateness { get; }

    /// <summary>Scheduled moment of the first request, real time since the epoch.</summary>
    TimeSpan FirstDue { get; }

    /// <summary>
    /// Ends when the traffic ends; faults with <see cref="ControlException"/> when the generator is lost, and with
    /// <see cref="RecordNotWrittenException"/> when its samples cannot be written.
    /// </summary>
    Task Completion { get; }

    /// <summary>When it returns, every request that is due from then on carries these headers instead (renewed tokens).</summary>
    /// <exception cref="ControlException">The generator is lost, or does not say in time that it took them.</exception>
    Task RenewCredentialsAsync(ImmutableSortedDictionary<string, string> headers, CancellationToken cancellationToken);

    /// <summary>Schedules nothing more, waits for what is in flight (bounded by the request timeout), and accounts for all of it.</summary>
    Task<TrafficTotals> StopAsync(CancellationToken cancellationToken);
}
