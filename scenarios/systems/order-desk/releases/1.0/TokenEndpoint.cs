using IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace OrderDesk;

/// <summary>The provider's token endpoint, asked by IdentityModel.</summary>
internal sealed class TokenEndpoint(HttpClient http, IOptions<ProviderSettings> settings)
{
    public async Task<AccessToken> AskAsync(CancellationToken cancellationToken)
    {
        using ClientCredentialsTokenRequest request = new()
        {
            Address = settings.Value.TokenEndpoint.AbsoluteUri,
            ClientId = settings.Value.ClientId,
            ClientSecret = settings.Value.ClientSecret,
            ClientCredentialStyle = settings.Value.SecretInHeader ? ClientCredentialStyle.AuthorizationHeader : ClientCredentialStyle.PostBody,
        };
        TokenResponse answer = await http.RequestClientCredentialsTokenAsync(request, cancellationToken);
        return answer is { IsError: false, AccessToken: { } token }
            ? new AccessToken(token, TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw TokenUnavailableException.After(answer.HttpStatusCode, answer.Raw, answer.Exception);
    }
}
