using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports;

/// <summary>What a probe got.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Body">Body as text, at most as long as was asked for (64 KiB); empty when no answer came.</param>
/// <param name="Problem">Why no answer came; null when one came.</param>
/// <param name="Latency">Real time until the whole answer, or until giving up.</param>
public sealed record ProbeAnswer(int? Status, string Body, string? Problem, TimeSpan Latency)
{
    /// <summary>The body went on beyond what was asked for.</summary>
    public bool IsCut { get; init; }

    /// <summary>Headers of the answer; names in any case, values joined by comma.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
}
