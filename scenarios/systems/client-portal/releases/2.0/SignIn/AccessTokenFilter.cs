using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace ClientPortal.Release.SignIn;

/// <summary>Lets a request pass that brings a valid access token of the provider.</summary>
internal sealed class AccessTokenFilter : IEndpointFilter
{
    private const string Scheme = "Bearer";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;

        // Asked for here and not in the constructor: filters are built together with all routes of the server.
        AccessTokenValidator validator = http.RequestServices.GetRequiredService<AccessTokenValidator>();
        string? token = ReadToken(http.Request);
        if (token is null)
        {
            return Challenge(http, Scheme);
        }

        return await validator.IsValidAsync(token)
            ? await next(context)
            : Challenge(http, $"{Scheme} error=\"invalid_token\"");
    }

    private static string? ReadToken(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
        && header.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;

    private static UnauthorizedHttpResult Challenge(HttpContext http, string challenge)
    {
        http.Response.Headers.WWWAuthenticate = challenge;
        return TypedResults.Unauthorized();
    }
}
