using System.Globalization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AccountSite;

/// <summary>Gets new tokens for a refresh token, from the provider at which people sign in.</summary>
internal sealed class RefreshTokens(IOptionsMonitor<OpenIdConnectOptions> options)
{
    public async Task<TokenSet> UseAsync(string refreshToken)
    {
        OpenIdConnectOptions provider = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        OpenIdConnectConfiguration known = await provider.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = provider.ClientId!,
            ["client_secret"] = provider.ClientSecret!,
        });
        DateTimeOffset asked = DateTimeOffset.UtcNow;
        using HttpResponseMessage answer = await provider.Backchannel.PostAsync(known.TokenEndpoint, form);
        string body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new TokenRefusedException($"The token endpoint gave no tokens: {(int)answer.StatusCode} ({answer.StatusCode}) {body}");
        }

        OpenIdConnectMessage tokens = new(body);
        return new TokenSet(
            tokens.RefreshToken ?? refreshToken,        // a provider that does not rotate them may leave it out
            asked + TimeSpan.FromSeconds(double.Parse(tokens.ExpiresIn, CultureInfo.InvariantCulture)));
    }
}
