using System.Net.Sockets;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Reads from an exception why a request got no whole answer.</summary>
internal static class FailureOf
{
    /// <summary>Null when the exception is not about the exchange but about a defect of this program.</summary>
    public static Failure? Exception(Exception exception) => exception switch
    {
        OperationCanceledException => Failure.TimedOut,
        // A stream or connection of HTTP/2 that the other side gave up, which HTTP/1.1 shows as a connection that ends.
        HttpProtocolException or HttpRequestException { InnerException: HttpProtocolException } => Failure.ConnectionLost,
        HttpRequestException request => Error(request.HttpRequestError) ?? Broken(request.InnerException),
        HttpIOException io => Error(io.HttpRequestError) ?? Failure.ConnectionLost,
        IOException or SocketException => Failure.ConnectionLost,
        _ => null,
    };

    /// <summary>Null when the library does not say.</summary>
    private static Failure? Error(HttpRequestError error) => error switch
    {
        HttpRequestError.Unknown => null,
        HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.ProxyTunnelError => Failure.ConnectFailed,
        HttpRequestError.SecureConnectionError => Failure.HandshakeFailed,
        HttpRequestError.ResponseEnded => Failure.ConnectionLost,
        HttpRequestError.HttpProtocolError
            or HttpRequestError.ExtendedConnectNotSupported
            or HttpRequestError.VersionNegotiationError
            or HttpRequestError.UserAuthenticationError
            or HttpRequestError.InvalidResponse
            or HttpRequestError.ConfigurationLimitExceeded => Failure.ProtocolError,
    };

    private static Failure Broken(Exception? inner) =>
        inner is IOException or SocketException ? Failure.ConnectionLost : Failure.ProtocolError;
}
