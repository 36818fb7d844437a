using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace AccountApi;

/// <summary>What this release does with tokens beyond what the handler does: nothing.</summary>
internal static class Tokens
{
    public static void Configure(JwtBearerOptions options)
    {
    }
}
