using System.Net.Http.Headers;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Reads the gateway's stamp from the head of an answer.</summary>
internal static class StampReader
{
    public static Answerer ReadAnswerer(HttpResponseHeaders headers) => Read(headers, StampHeaders.AnsweredBy) switch
    {
        "app" => Answerer.App,
        "gateway" => Answerer.Gateway,
        _ => Answerer.Unknown,
    };

    /// <summary>Null when the stamp is missing or not whole.</summary>
    public static ServerStamp? ReadServer(HttpResponseHeaders headers) =>
        Read(headers, StampHeaders.Instance) is { } instance
        && Read(headers, StampHeaders.Release) is { } release
        && Read(headers, StampHeaders.Platform) is { } platform
            ? new ServerStamp(instance, release, platform, Read(headers, StampHeaders.Configuration))
            : null;

    /// <summary>What the gateway saw spoken; null when the answer is not the gateway's to speak of.</summary>
    public static string? ReadSpoken(HttpResponseHeaders headers) =>
        ReadAnswerer(headers) == Answerer.Unknown ? null : Read(headers, StampHeaders.Protocol) ?? SpokenProtocol.Unsaid;

    private static string? Read(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
