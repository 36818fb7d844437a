namespace StagingHarness.Protocols.Provider;

/// <summary>How many calls are answered in a window of time; the rest get 429 (RFC 6585) with Retry-After.</summary>
public sealed record CallLimit
{
    public required int Calls { get; init; }

    /// <summary>Windows follow each other, the first begins with the rule.</summary>
    public required long WindowMilliseconds { get; init; }

    /// <summary>What Retry-After says.</summary>
    public required long RetryAfterSeconds { get; init; }
}
