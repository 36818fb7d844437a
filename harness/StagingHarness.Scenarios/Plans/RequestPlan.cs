using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>One kind of request in the traffic. <see cref="Index"/> is its route number in samples.</summary>
public sealed record RequestPlan(int Index, string Method, string Path)
{
    /// <summary>Stands in path or body for the id of the request, another one each time.</summary>
    public const string IdPlaceholder = "{request.id}";

    /// <summary>What it carries; null for a request without a body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    /// <summary>Media type of the body; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentType { get; init; }

    /// <summary>It writes something that carries its id, so that it can be found again.</summary>
    [JsonIgnore]
    public bool WritesId => Method is "POST" or "PUT" or "PATCH"
        && (Holds(Path) || (Body is { } body && Holds(body)));

    public override string ToString() => $"{Method} {Path}";

    private static bool Holds(string text) => text.Contains(IdPlaceholder, StringComparison.Ordinal);
}
