using System.Collections.Immutable;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Detection;

/// <summary>
/// Tells failures of connections that were being drained: under way to the old targets when the gateway took a server out, and broken off
/// after that. They come in bursts, all by one cause, and detection counts answers that fail by themselves; so they stand apart.
/// Routes and samples may come from different threads.
/// </summary>
public sealed class DrainedConnections
{
    private readonly Lock gate = new();
    private ImmutableHashSet<ServerStamp> targets = [];
    private TimeSpan? lastDrain;

    public void Note(RoutesChanged routes)
    {
        ImmutableHashSet<ServerStamp> now = [.. routes.Targets];
        lock (gate)
        {
            lastDrain = targets.IsSubsetOf(now) ? lastDrain : routes.At;
            targets = now;
        }
    }

    /// <summary>No answer came over the connection, and a server was taken out between the moment it was due and its end.</summary>
    public bool Hold(in Sample sample)
    {
        if (Signatures.Of(sample) != AnswerSignature.ConnectionError)
        {
            return false;
        }

        lock (gate)
        {
            return lastDrain is { } drain && sample.Due < drain && sample.Done >= drain;
        }
    }
}
