using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Scheduling;

/// <summary>The generator's look at itself, before it sends anything: how late it wakes up on this machine as it is now.</summary>
internal static class PacerCheck
{
    public const int Waits = 200;
    private const long Gap = 250_000;

    /// <summary>Blocks the calling thread for about a twentieth of a second.</summary>
    public static PacerLateness Run(IPacer pacer, CancellationToken cancellationToken)
    {
        pacer.EnterThread();
        var late = new long[Waits];
        for (var wait = 0; wait < Waits; wait++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moment = pacer.Now + Gap;
            pacer.WaitUntil(moment);
            late[wait] = pacer.Now - moment;
        }

        Array.Sort(late);
        return new PacerLateness(Waits, late[Waits / 2], late[^1]);
    }
}
