using System.Security.Claims;

namespace AccountApi;

/// <summary>Who calls. By the name that the token gives it.</summary>
internal static class Caller
{
    public static string Of(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;
}
