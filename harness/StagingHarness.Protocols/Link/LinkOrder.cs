namespace StagingHarness.Protocols.Link;

/// <summary>One order to a link, as one line of JSON; with neither target nor disturbance it only reads.</summary>
public sealed record LinkOrder
{
    /// <summary>The run's control token.</summary>
    public required string Token { get; init; }

    /// <summary><c>HOST:PORT</c> to which a way is to lead; one that is there already is used again.</summary>
    public string? Target { get; init; }

    /// <summary>What happens from now on, in place of all before.</summary>
    public LinkDisturbance? Disturbance { get; init; }

    public override string ToString() => "link order (token hidden)";
}
