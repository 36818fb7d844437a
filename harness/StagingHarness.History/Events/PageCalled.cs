using StagingHarness.Protocols.Pager;

namespace StagingHarness.History.Events;

/// <summary>The service that pages people was called.</summary>
public sealed record PageCalled : JournalEvent
{
    public required PageForm Form { get; init; }

    public required PageAction Action { get; init; }

    /// <summary>The alert rule that it is about, or the detection.</summary>
    public required string About { get; init; }

    /// <summary>By which the service knows the matter; null when no call was answered.</summary>
    public required string? Key { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>Of the last answer; null when none came.</summary>
    public required int? Status { get; init; }

    /// <summary>Why it was not taken; null when it was.</summary>
    public required string? Problem { get; init; }
}
