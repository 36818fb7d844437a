using Duende.IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace OrderDesk;

/// <summary>The provider's token endpoint, asked by Duende.IdentityModel; no secret goes there, the certificate of the connection says who asks.</summary>
internal sealed class TokenEndpoint(HttpClient http, IOptions<ProviderSettings> settings)
{
    public async Task<AccessToken> AskAsync(CancellationToken cancellationToken)
    {
        using ClientCredentialsTokenRequest request = new()
        {
            Address = settings.Value.TokenEndpoint.AbsoluteUri,
            ClientId = settings.Value.ClientId,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
        };
        TokenResponse answer = await http.RequestClientCredentialsTokenAsync(request, cancellationToken);
        return answer is { IsError: false, AccessToken: { } token }
            ? new AccessToken(token, TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw TokenUnavailableException.After(answer.HttpStatusCode, answer.Raw, answer.Exception);
    }
}
