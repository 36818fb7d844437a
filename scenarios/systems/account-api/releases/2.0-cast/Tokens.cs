using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace AccountApi;

/// <summary>Notes when the token was issued, for the audit: as it was written for ASP.NET Core 7, which gave a JwtSecurityToken.</summary>
internal static class Tokens
{
    public static void Configure(JwtBearerOptions options) => options.Events = new JwtBearerEvents
    {
        OnTokenValidated = context =>
        {
            JwtSecurityToken token = (JwtSecurityToken)context.SecurityToken;
            context.HttpContext.Items["issued"] = token.ValidFrom;
            return Task.CompletedTask;
        },
    };
}
