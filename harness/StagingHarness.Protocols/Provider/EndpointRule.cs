using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>What one endpoint does otherwise; an empty rule is a plain endpoint again.</summary>
public sealed record EndpointRule
{
    /// <summary>Answers every call with this status.</summary>
    public int? Status { get; init; }

    /// <summary>Answers this text instead of its own; <c>{issuer}</c> and, at the token endpoint, <c>{access_token}</c> are filled in.</summary>
    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public ImmutableSortedDictionary<string, string>? Headers { get; init; }

    /// <summary>Path at which it answers now; its old one does what <see cref="Status"/> says: sends there (3xx), or is gone.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How long it waits before it answers.</summary>
    public long? DelayMilliseconds { get; init; }

    /// <summary>Cuts the connection instead of an answer (TCP RST).</summary>
    public bool? Reset { get; init; }

    public CallLimit? Limit { get; init; }
}
