namespace StagingHarness.Protocols.Pager;

/// <summary>A call that the pager got.</summary>
public sealed record ReceivedPage
{
    /// <summary>From 1, in the order in which they came.</summary>
    public required int Number { get; init; }

    public required PageForm Form { get; init; }

    /// <summary>Null where the call does not say it.</summary>
    public required PageAction? Action { get; init; }

    /// <summary>What the calls about one matter have in common; null where the call does not say it.</summary>
    public required string? Key { get; init; }

    /// <summary>In words, as the call says it; null where it does not.</summary>
    public required string? Summary { get; init; }

    /// <summary>Why it was refused; null for one that was taken.</summary>
    public required string? Refusal { get; init; }
}
