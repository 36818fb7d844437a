using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Link;

namespace StagingHarness.TestKit.Fakes;

/// <summary>A link that lets everything pass, and says that it did what it was told.</summary>
public sealed class FakeLink(string name) : ILink
{
    /// <summary>Targets that it was told to lead to, in order.</summary>
    public List<Uri> Targets { get; } = [];

    /// <summary>All that it was told to do, in order.</summary>
    public List<LinkDisturbance> Disturbances { get; } = [];

    public LinkDisturbance Disturbance { get; private set; } = LinkDisturbance.None;

    /// <summary>What it has counted by a reading, given the readings before; by default each disturbance shows at once.</summary>
    public Func<LinkDisturbance, LinkReading, LinkReading> Counts { get; set; } = static (disturbance, before) => before with
    {
        DelayedPieces = before.DelayedPieces + (disturbance.Delay > TimeSpan.Zero ? 3 : 0),
        DelayedBytes = before.DelayedBytes + (disturbance.Delay > TimeSpan.Zero ? 1200 : 0),
        PacedBytes = before.PacedBytes + (disturbance.BytesPerSecond is null ? 0 : 4096),
        Cut = before.Cut + (disturbance.ResetAfter is null && !disturbance.Refuses ? 0 : 2),
    };

    /// <summary>Thrown when it is told to disturb; null lets it.</summary>
    public Func<LinkDisturbance, Exception?> Failure { get; set; } = _ => null;

    private LinkReading Reading { get; set; } = new()
    {
        Disturbance = LinkDisturbance.None,
        Connections = 0,
        DelayedPieces = 0,
        DelayedBytes = 0,
        PacedBytes = 0,
        Cut = 0,
    };

    public Task<Uri> LeadAsync(Uri target, CancellationToken cancellationToken)
    {
        if (!Targets.Contains(target))
        {
            Targets.Add(target);
        }

        return Task.FromResult(new Uri($"http://{name}:{9000 + Targets.IndexOf(target)}/"));
    }

    public Task<LinkReading> DisturbAsync(LinkDisturbance disturbance, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure(disturbance) is { } failure)
        {
            throw failure;
        }

        Disturbances.Add(disturbance);
        Disturbance = disturbance;
        Reading = Reading with { Disturbance = disturbance };
        return Task.FromResult(Reading);
    }

    public Task<LinkReading> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reading = Counts(Disturbance, Reading);
        return Task.FromResult(Reading);
    }
}
