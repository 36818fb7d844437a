using System.Collections.Immutable;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>An answer of the provider: status, extra headers, and the body as a string.</summary>
internal sealed record AuthAnswer(int Status, string Body)
{
    public const string Json = "application/json";

    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string ContentType { get; init; } = Json;
}
