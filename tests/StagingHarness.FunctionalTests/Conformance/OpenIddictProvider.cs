using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using StagingHarness.Protocols.Provider;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>OpenIddict with its stock behaviour: a provider that others wrote, and that others rely on.</summary>
internal sealed class OpenIddictProvider : ProviderUnderTest
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly WebApplication app;

    private OpenIddictProvider(WebApplication app) => this.app = app;

    public override Uri Address => new(app.Urls.Single());

    public static async Task<OpenIddictProvider> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("https://127.0.0.1:0").UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(Secure));
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase("conformance").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(Configure);
        var app = builder.Build();
        app.UseAuthentication();
        Map(app);
        await RegisterClientsAsync(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        return new OpenIddictProvider(app);
    }

    public override ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetAuthorizationEndpointUris("authorize")
            .SetTokenEndpointUris("token")
            .SetUserInfoEndpointUris("userinfo")
            .SetIntrospectionEndpointUris("introspect")
            .SetRevocationEndpointUris("revoke")
            .SetEndSessionEndpointUris("logout")
            .SetDeviceAuthorizationEndpointUris("device_authorization")
            .SetEndUserVerificationEndpointUris("device")
            .AllowAuthorizationCodeFlow()
            .AllowClientCredentialsFlow()
            .AllowRefreshTokenFlow()
            .AllowDeviceAuthorizationFlow()
            .SetRefreshTokenReuseLeeway(TimeSpan.Zero)
            .RegisterScopes(Scopes.Profile)
            .AddEphemeralEncryptionKey()
            .AddEphemeralSigningKey()
            .DisableAccessTokenEncryption()
            .EnablePublicKeyInfrastructureTlsClientAuthentication(
                [.. ProviderCertificates.ClientIssuers.Select(issuer => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(issuer)))])
            .EnableSelfSignedTlsClientAuthentication()
            .UseClientCertificateBoundAccessTokens();
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableEndUserVerificationEndpointPassthrough();
    }

    /// <summary>As the stand-in does: whoever connects may show a certificate, and the provider looks at it.</summary>
    private static void Secure(HttpsConnectionAdapterOptions options)
    {
        var material = ProviderCertificates.Tls.Certificates.Single(one => one.Kind == ServedCertificate.Valid);
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(material.Leaf));
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(material.PrivateKey), out _);
        options.ServerCertificate = bare.CopyWithPrivateKey(key);
        options.ServerCertificateChain = [X509CertificateLoader.LoadCertificate(Convert.FromBase64String(material.Intermediate!))];
        options.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        options.AllowAnyClientCertificate();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/authorize", (HttpContext context) => Results.SignIn(PrincipalOf(User, "Alice", context), properties: null, Scheme));
        app.MapPost("/token", async (HttpContext context) =>
        {
            var request = context.GetOpenIddictServerRequest()!;
            var principal = request.IsClientCredentialsGrantType()
                ? PrincipalOf(request.ClientId!, name: null, context)
                : (await context.AuthenticateAsync(Scheme)).Principal!;
            return Results.SignIn(principal, properties: null, Scheme);
        });
        app.MapGet("/userinfo", async (HttpContext context) =>
        {
            var principal = (await context.AuthenticateAsync(Scheme)).Principal!;
            return Results.Json(new Dictionary<string, string?> { ["sub"] = principal.GetClaim(Claims.Subject), ["name"] = principal.GetClaim(Claims.Name) });
        });
        app.MapPost("/device", async (HttpContext context) =>
        {
            var device = await context.AuthenticateAsync(Scheme);
            return !device.Succeeded ? Results.BadRequest()
                : (string?)context.GetOpenIddictServerRequest()!["decision"] == "deny" ? Results.Forbid(properties: null, [Scheme])
                : Results.SignIn(PrincipalOf(User, "Alice", context, device.Principal!.GetScopes()), properties: null, Scheme);
        });
        app.MapGet("/logout", () => Results.SignOut(properties: null, [Scheme]));
    }

    private static ClaimsPrincipal PrincipalOf(string subject, string? name, HttpContext context, ImmutableArray<string>? scopes = null)
    {
        var identity = new ClaimsIdentity("conformance", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetClaim(Claims.Name, name);
        identity.SetScopes(scopes ?? context.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }

    private static JsonWebKey KeyOf(RSA key)
    {
        var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false)));
        shown.Use = JsonWebKeyUseNames.Sig;
        return shown;
    }

    /// <summary>With the public half alone, and the certificate (<c>x5c</c>).</summary>
    private static JsonWebKey KeyOf(X509Certificate2 certificate)
    {
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return JsonWebKeyConverter.ConvertFromX509SecurityKey(new X509SecurityKey(bare));
    }

    private static async Task RegisterClientsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var (client, secret) in new[] { (Client, Secret), (OtherClient, OtherSecret) })
        {
            await clients.CreateAsync(
                new OpenIddictApplicationDescriptor
                {
                    ClientId = client,
                    ClientSecret = secret,
                    ClientType = ClientTypes.Confidential,
                    ConsentType = ConsentTypes.Implicit,
                    JsonWebKeySet = new JsonWebKeySet { Keys = { client == Client ? KeyOf(ClientKey) : KeyOf(ProviderCertificates.OfOtherClient) } },

                    // Where a CA has issued it, OpenIddict knows a client's certificate by the hosts of these, and not by a subject that is registered.
                    RedirectUris = { new Uri(Redirect), new Uri($"http://{client}/signin-oidc") },
                    PostLogoutRedirectUris = { new Uri(SignedOut) },
                    Permissions =
                    {
                        Permissions.Endpoints.Authorization,
                        Permissions.Endpoints.Token,
                        Permissions.Endpoints.Introspection,
                        Permissions.Endpoints.Revocation,
                        Permissions.Endpoints.EndSession,
                        Permissions.Endpoints.DeviceAuthorization,
                        Permissions.GrantTypes.DeviceCode,
                        Permissions.GrantTypes.AuthorizationCode,
                        Permissions.GrantTypes.ClientCredentials,
                        Permissions.GrantTypes.RefreshToken,
                        Permissions.ResponseTypes.Code,
                        Permissions.Scopes.Profile,
                    },
                },
                cancellationToken);
        }
    }
}
