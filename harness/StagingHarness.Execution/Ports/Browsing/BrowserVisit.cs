namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>What came of a journey in the browser.</summary>
public sealed record BrowserVisit
{
    /// <summary>From the order to the first step: a page of its own takes a while to be had.</summary>
    public TimeSpan Ready { get; init; }

    /// <summary>From there until it was completed, or went wrong; what is kept of it takes longer.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Index of the step that went wrong; null when none did.</summary>
    public int? WrongAt { get; init; }

    /// <summary>What was wrong there, in one line.</summary>
    public string? Why { get; init; }

    /// <summary>HTTP status with which the page was answered that was shown last.</summary>
    public int? Status { get; init; }

    /// <summary>What that page said, when something went wrong.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What was to be seen then, as a JPEG picture in which secrets are covered; null when none could be taken.</summary>
    public ReadOnlyMemory<byte>? Picture { get; init; }
}
