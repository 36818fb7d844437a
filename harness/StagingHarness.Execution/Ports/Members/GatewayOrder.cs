using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>How the gateway begins.</summary>
/// <param name="Http">What clients speak with it, and nothing else.</param>
/// <param name="Tls">What their connections are secured with; null for plain ones.</param>
public sealed record GatewayOrder(ClientHttp Http, GatewayTls? Tls)
{
    /// <summary>Name under which members of the stage find it, where members have names.</summary>
    public const string Host = "gateway";

    public static GatewayOrder Plain { get; } = new(ClientHttp.Http11, null);
}
