using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace AccountSite;

/// <summary>What keeps a session going.</summary>
internal sealed record TokenSet(string RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Those that the sign-in has brought, as the handler keeps them.</summary>
    public static TokenSet Of(AuthenticationProperties properties) => new(
        properties.GetTokenValue("refresh_token")!,
        DateTimeOffset.Parse(properties.GetTokenValue("expires_at")!, CultureInfo.InvariantCulture));
}
