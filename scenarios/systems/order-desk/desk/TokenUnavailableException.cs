using System.Net;

namespace OrderDesk;

/// <summary>The provider gave no access token.</summary>
internal sealed class TokenUnavailableException : Exception
{
    public TokenUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public static TokenUnavailableException After(HttpStatusCode status, string? answer, Exception? cause) =>
        new($"The token endpoint gave no access token: {(int)status} ({status}) {answer}", cause);
}
