using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AccountApi;

/// <summary>Notes when the token was issued, for the audit.</summary>
internal static class Tokens
{
    public static void Configure(JwtBearerOptions options) => options.Events = new JwtBearerEvents
    {
        OnTokenValidated = context =>
        {
            JsonWebToken token = (JsonWebToken)context.SecurityToken;
            context.HttpContext.Items["issued"] = token.ValidFrom;
            return Task.CompletedTask;
        },
    };
}
