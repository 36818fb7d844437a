using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace AccountSite;

/// <summary>How the provider gets the request of a sign-in: as the handler does it by itself.</summary>
internal static class SignInRequests
{
    public static void Configure(OpenIdConnectOptions options) => ArgumentNullException.ThrowIfNull(options);
}
