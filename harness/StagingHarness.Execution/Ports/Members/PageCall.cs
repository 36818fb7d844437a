using StagingHarness.Protocols.Pager;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What a pager is told, whatever the form.</summary>
public sealed record PageCall
{
    public required PageAction Action { get; init; }

    /// <summary>The alert rule that it is about, or the detection.</summary>
    public required string About { get; init; }

    /// <summary>In words.</summary>
    public required string Summary { get; init; }

    /// <summary>The scenario.</summary>
    public required string Source { get; init; }

    /// <summary>The service that the traffic goes to.</summary>
    public required string Service { get; init; }

    public required string RunId { get; init; }

    /// <summary>Since when it is so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When this is told.</summary>
    public required DateTimeOffset At { get; init; }
}
