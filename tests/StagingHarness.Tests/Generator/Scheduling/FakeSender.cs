using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Scheduling;

/// <summary>Has a free connection from a moment on; who waits for it in vain uses up his patience.</summary>
internal sealed class FakeSender(FakePacer pacer) : ISender
{
    public long FreeFrom { get; set; }

    public List<(long Sequence, long Due, long At)> Sent { get; } = [];

    public bool TryBegin(long sequence, long due, long patience, CancellationToken cancellationToken)
    {
        var until = pacer.Now + patience;
        if (FreeFrom > until)
        {
            pacer.WaitUntil(until);
            return false;
        }

        pacer.WaitUntil(FreeFrom);
        Sent.Add((sequence, due, pacer.Now));
        return true;
    }
}
