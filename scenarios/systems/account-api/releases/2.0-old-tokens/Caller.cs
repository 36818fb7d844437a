using System.Security.Claims;

namespace AccountApi;

/// <summary>Who calls. By the name that the handler gives to 'sub' (inbound claims are mapped by default).</summary>
internal static class Caller
{
    public static string Of(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)!.Value;
}
