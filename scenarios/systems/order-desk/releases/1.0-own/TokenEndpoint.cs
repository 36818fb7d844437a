using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OrderDesk;

/// <summary>The provider's token endpoint, asked without a library.</summary>
internal sealed class TokenEndpoint(HttpClient http, IOptions<ProviderSettings> settings)
{
    public async Task<AccessToken> AskAsync(CancellationToken cancellationToken)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.Value.ClientId,
            ["client_secret"] = settings.Value.ClientSecret,
        });
        using HttpResponseMessage response = await http.PostAsync(settings.Value.TokenEndpoint, form, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw TokenUnavailableException.After(response.StatusCode, body, cause: null);
        }

        TokenAnswer answer = JsonSerializer.Deserialize<TokenAnswer>(body)!;
        return new AccessToken(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn));
    }
}
