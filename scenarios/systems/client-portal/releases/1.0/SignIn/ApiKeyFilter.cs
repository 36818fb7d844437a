using Microsoft.AspNetCore.Http;

namespace ClientPortal.Release.SignIn;

/// <summary>Lets a request pass whose 'X-Api-Key' header carries a key of the portal.</summary>
internal sealed class ApiKeyFilter(ApiKeyRing keys) : IEndpointFilter
{
    private const string Header = "X-Api-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        string? key = context.HttpContext.Request.Headers[Header];
        return key is not null && keys.Holds(key) ? await next(context) : TypedResults.Unauthorized();
    }
}
