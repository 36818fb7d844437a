namespace StagingHarness.Protocols.Samples;

/// <summary>Response headers that the gateway sets; what a server sends under these names is removed.</summary>
public static class StampHeaders
{
    /// <summary><c>app</c> or <c>gateway</c>.</summary>
    public const string AnsweredBy = "X-Stage-Answered-By";

    public const string Instance = "X-Stage-Instance";

    public const string Release = "X-Stage-Release";

    public const string Platform = "X-Stage-Platform";

    /// <summary>Only on answers of a service that has configurations.</summary>
    public const string Configuration = "X-Stage-Configuration";

    /// <summary>What the gateway saw the client speak, see <see cref="SpokenProtocol"/>; not where clients speak plain HTTP/1.1.</summary>
    public const string Protocol = "X-Stage-Protocol";
}
