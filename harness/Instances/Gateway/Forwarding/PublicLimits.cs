using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>Limits wide enough that it is the server which refuses a request, not the gateway in front of it.</summary>
internal static class PublicLimits
{
    public const int HeaderKilobytes = 128;

    /// <summary>More than the generator has under way on a connection, answers that are still coming included: it is never the gateway that makes it wait.</summary>
    private const int MostStreams = 4096;

    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestHeadersTotalSize = HeaderKilobytes * 1024;
        limits.Http2.MaxStreamsPerConnection = MostStreams;
        limits.Http2.MaxRequestHeaderFieldSize = HeaderKilobytes * 1024;
        limits.MaxRequestLineSize = 64 * 1024;
        limits.MaxRequestBufferSize = 2 * 1024 * 1024;
        limits.MaxRequestHeaderCount = 1000;
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
    }
}
