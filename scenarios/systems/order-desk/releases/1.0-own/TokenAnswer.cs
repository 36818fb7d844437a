using System.Text.Json.Serialization;

namespace OrderDesk;

/// <summary>What the token endpoint answers, as the provider's documentation shows it.</summary>
internal sealed class TokenAnswer
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }
}
