using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>What went wrong when an endpoint was asked, in words that say what to do.</summary>
internal sealed record EndpointFailure(string Observation, bool IsDenied = false)
{
    /// <summary>Null when the exception is none of those that a bad endpoint causes.</summary>
    public static EndpointFailure? Of(Exception exception, bool isSocketFile) => exception switch
    {
        DockerApiException answer => new EndpointFailure($"it answered HTTP {(int)answer.StatusCode} ({Shorten(answer.ResponseBody)})"),
        JsonException => new EndpointFailure("what answers there is no Docker engine: its answer is no version"),
        _ when Find<SocketException>(exception) is { } socket => OfSocket(socket.SocketErrorCode, isSocketFile),
        _ when Find<UnauthorizedAccessException>(exception) is not null => OfSocket(SocketError.AccessDenied, isSocketFile),
        HttpRequestException or IOException or AggregateException => new EndpointFailure($"what answers there is no Docker engine ({Innermost(exception).Message.TrimEnd('.')})"),
        TimeoutException => new EndpointFailure("it did not accept the connection in time"),
        _ => null,
    };

    internal static EndpointFailure OfSocket(SocketError error, bool isSocketFile) => error switch
    {
        SocketError.AccessDenied when isSocketFile => new EndpointFailure("this user may not use the socket", IsDenied: true),

        // .NET reports a socket file that does not exist as an address that is not available.
        SocketError.AddressNotAvailable when isSocketFile => new EndpointFailure("there is no such socket"),
        SocketError.ConnectionRefused => new EndpointFailure("nothing listens there"),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new EndpointFailure("its host name is not known"),
        _ => new EndpointFailure($"it cannot be connected to ({error})"),
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private static string Shorten(string? body)
    {
        var line = (body ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? "no body" : line.Length <= 120 ? line : line[..117] + "...";
    }
}
