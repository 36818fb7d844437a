using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Generator;

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

    /// <summary>What is filled into the form of the page before that leads to its path, which is then sent as the page says; null for a request of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, FormFieldPlan>? Form { get; init; }

    /// <summary>Headers of its own; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, string>? Headers { get; init; }

    /// <summary>Which credentials it shows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ShownCredentials Credentials { get; init; }

    /// <summary>What its answer must be to be right; null for any 2xx.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerPlan? Answer { get; init; }

    /// <summary>What later requests of its journey take from its answer; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CapturePlan>? Captures { get; init; }

    /// <summary>Real time between the answer to the request before it in its journey and this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TimeSpan Think { get; init; }

    /// <summary>It writes something that carries its id, so that it can be found again.</summary>
    [JsonIgnore]
    public bool WritesId => Method is "POST" or "PUT" or "PATCH"
        && (Holds(Path) || (Body is { } body && Holds(body)));

    public override string ToString() => $"{Method} {Path}";

    private static bool Holds(string text) => text.Contains(IdPlaceholder, StringComparison.Ordinal);
}
