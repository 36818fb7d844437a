using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace AccountSite;

/// <summary>How the provider gets the request of a sign-in: in the browser's address, as with the handler before; this client may not push it.</summary>
internal static class SignInRequests
{
    public static void Configure(OpenIdConnectOptions options) => options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
}
