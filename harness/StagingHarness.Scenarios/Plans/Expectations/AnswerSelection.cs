using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Which requests count. Each part that is given must hold; null selects all. What nobody or the gateway answered has no server.</summary>
public sealed record AnswerSelection
{
    /// <summary>As the traffic has it: <c>GET /api/orders</c>.</summary>
    public string? Request { get; init; }

    /// <summary>Release that the server attested.</summary>
    public string? Release { get; init; }

    /// <summary>Platform that the server attested.</summary>
    public string? Platform { get; init; }

    /// <summary>Configuration of the server.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Configuration { get; init; }

    public string? Instance { get; init; }

    public bool? Right { get; init; }

    /// <summary>True when it selects all.</summary>
    public bool IsAll() => this is { Request: null, Release: null, Platform: null, Configuration: null, Instance: null, Right: null };

    /// <summary>True when only answers of certain servers are selected.</summary>
    public bool IsByServer() => this is not { Release: null, Platform: null, Configuration: null, Instance: null };
}
