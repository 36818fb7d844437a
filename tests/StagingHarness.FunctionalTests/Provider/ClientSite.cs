using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>A site in the test's own process that signs people in with ASP.NET Core's handler, and tells who they are and with which tokens they came.</summary>
internal sealed class ClientSite : IAsyncDisposable
{
    public const string ClientId = "portal-web";
    public const string ClientSecret = "s3cret";

    private readonly WebApplication app;
    private readonly TemporaryFolder keys;

    private ClientSite(WebApplication app, TemporaryFolder keys)
    {
        this.app = app;
        this.keys = keys;
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (ClaimsPrincipal user) => user.Identity?.Name ?? "nobody");
        app.MapGet("/tokens", (Delegate)TellAsync).RequireAuthorization();
        app.MapPost("/sign-out", () => TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Why a sign-in did not go through, as the handler told it.</summary>
    public string? Failure { get; private set; }

    /// <summary>Issuer and key of the last id token that the handler took.</summary>
    public (string Issuer, string? KeyId)? Taken { get; private set; }

    public static async Task<ClientSite> StartAsync(Uri issuer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var keys = new TemporaryFolder();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys.Path));
        builder.Services.AddAuthorization();
        ClientSite? site = null;
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(options =>
            {
                Configure(options, issuer);
                options.Events.OnTokenValidated = validated => site!.KeepAsync(validated);
                options.Events.OnRemoteFailure = failure => site!.KeepAsync(failure);
            });
        site = new ClientSite(builder.Build(), keys);
        await site.app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        keys.Dispose();
    }

    private static void Configure(OpenIdConnectOptions options, Uri issuer)
    {
        options.Authority = issuer.OriginalString;
        options.ClientId = ClientId;
        options.ClientSecret = ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.Scope.Add("offline_access");
        options.SaveTokens = true;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "name";

        // What plain http on loopback needs: secure cookies do not come back to it.
        options.RequireHttpsMetadata = false;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }

    /// <summary>As one line: access token, refresh token.</summary>
    private static async Task<string> TellAsync(HttpContext context) =>
        $"{await context.GetTokenAsync("access_token")} {await context.GetTokenAsync("refresh_token")}";

    private Task KeepAsync(TokenValidatedContext validated)
    {
        Taken = (validated.SecurityToken.Issuer, validated.SecurityToken.Header.Kid);
        return Task.CompletedTask;
    }

    private Task KeepAsync(RemoteFailureContext failure)
    {
        Failure = failure.Failure?.Message;
        failure.HandleResponse();
        failure.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }
}
