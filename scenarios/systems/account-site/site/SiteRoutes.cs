using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AccountSite;

/// <summary>What the site answers.</summary>
internal static class SiteRoutes
{
    /// <summary>In front of authentication, as health is: what it says must be told whatever becomes of that.</summary>
    public static void UseAttestation(this IApplicationBuilder app, string path)
    {
        Attestation attestation = new();
        app.Map(path, branch => branch.Run(context => context.Response.WriteAsJsonAsync(attestation.Report(), context.RequestAborted)));
    }

    public static void MapAccountSite(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (ClaimsPrincipal user) => Html(SitePages.Home(user.Identity?.Name)));
        routes.MapGet("/dashboard", (ClaimsPrincipal user) => Html(SitePages.Dashboard(user.Identity?.Name, user.FindFirstValue("account")))).RequireAuthorization();

        routes.MapGet("/api/account", ReadAccount).RequireAuthorization(SiteServices.ScriptPolicy);

        // The session's cookie is lax, as it is by default: no other site can send this form for somebody.
        routes.MapPost("/sign-out", SignOut);
    }

    /// <summary>Here first, then at the provider, which sends the browser back.</summary>
    private static SignOutHttpResult SignOut() => TypedResults.SignOut(
        new AuthenticationProperties { RedirectUri = "/" },
        [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);

    private static Ok<SignedInAccount> ReadAccount(ClaimsPrincipal user) => TypedResults.Ok(new SignedInAccount(user.Identity!.Name, user.FindFirstValue("account")));

    private static ContentHttpResult Html(string page) => TypedResults.Content(page, "text/html; charset=utf-8");
}
