using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AccountSite;

/// <summary>Looks at each request of somebody who is signed in: where the provider renews no tokens for them, they are signed out.</summary>
internal sealed class SessionRenewal(SessionTokens sessions, ILogger<SessionRenewal> log) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            await sessions.EnsureAsync(context.Principal!.FindFirst("sid")!.Value, TokenSet.Of(context.Properties));
        }
        catch (TokenRefusedException exception)
        {
            log.LogWarning("A session ends: {Reason}", exception.Message);
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
