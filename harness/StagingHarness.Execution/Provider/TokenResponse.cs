using System.Text.Json.Serialization;

namespace StagingHarness.Execution.Provider;

/// <summary>What a token endpoint answers (RFC 6749, section 5.1).</summary>
internal sealed record TokenResponse
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("token_type")]
    public required string TokenType { get; init; }

    [JsonPropertyName("expires_in")]
    public required long ExpiresIn { get; init; }

    public override string ToString() => "token response (hidden)";
}
