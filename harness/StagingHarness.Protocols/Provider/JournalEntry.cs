namespace StagingHarness.Protocols.Provider;

/// <summary>One call, without anything that could be secret: no query, no header, no body.</summary>
public sealed record JournalEntry
{
    /// <summary>Position among all calls, from 1.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Who answered: an endpoint, <c>unmatched</c> or <c>error</c>.</summary>
    public required string AnsweredBy { get; init; }

    public required int Status { get; init; }
}
