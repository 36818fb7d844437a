using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OrderDesk;

/// <summary>Signs who this service is: an assertion for each call of the provider (RFC 7523).</summary>
internal sealed class ClientKey : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly RSA _key = RSA.Create();
    private readonly JsonWebTokenHandler _handler = new();
    private readonly ProviderSettings _settings;

    public ClientKey(IOptions<ProviderSettings> settings)
    {
        _settings = settings.Value;
        _key.ImportFromPem(_settings.PrivateKey ?? throw new InvalidOperationException("Setting 'Provider:PrivateKey' is missing."));
    }

    public string Assert() => _handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = _settings.ClientId,
        Audience = _settings.TokenEndpoint.AbsoluteUri,
        Claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = _settings.ClientId,
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
        },
        Expires = DateTime.UtcNow + Lifetime,
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key), SecurityAlgorithms.RsaSha256),
    });

    public void Dispose() => _key.Dispose();
}
