using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ClientPortal.Release.SignIn;

/// <summary>Validates access tokens with what the provider publishes: its discovery document and its keys.</summary>
internal sealed class AccessTokenValidator
{
    private readonly TokenValidationParameters _parameters;
    private readonly JsonWebTokenHandler _handler;
    private readonly ILogger<AccessTokenValidator> _logger;

    public AccessTokenValidator(IOptions<ProviderSettings> settings, ILogger<AccessTokenValidator> logger)
    {
        ProviderSettings provider = settings.Value;
        _parameters = new TokenValidationParameters
        {
            ValidAudience = provider.Audience,
            // Issuer and keys come from the provider; the handler asks again when a key is unknown.
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                provider.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(CreateClient(provider)) { RequireHttps = provider.RequireHttps }),
        };
        _handler = new JsonWebTokenHandler();
        _logger = logger;
    }

    /// <summary>Without a setting as .NET makes it: it asks for HTTP/1.1.</summary>
    private static HttpClient CreateClient(ProviderSettings provider)
    {
        HttpClient client = new();
        if (provider.HttpVersion is { } version)
        {
            client.DefaultRequestVersion = version;
            client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        }

        return client;
    }

    public async Task<bool> IsValidAsync(string token)
    {
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _parameters);
        if (!result.IsValid)
        {
            _logger.LogInformation("Access token refused: {Reason}", result.Exception?.Message);
        }

        return result.IsValid;
    }
}
