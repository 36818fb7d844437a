namespace StagingHarness.Protocols.Gateway;

/// <summary>How the gateway program is started, and the routes of its control listener.</summary>
public static class GatewayProgram
{
    /// <summary>Option: URL to bind for clients.</summary>
    public const string ListenOption = "--listen";

    /// <summary>Option: URL to bind for the harness.</summary>
    public const string ControlOption = "--control";

    /// <summary>Option: the version of HTTP that clients speak, <c>1.1</c> or <c>2</c>; without it 1.1.</summary>
    public const string HttpOption = "--http";

    /// <summary>Environment variable with a <see cref="GatewayCertificate"/> in JSON; without it connections of clients are plain.</summary>
    public const string CertificateVariable = "STAGE_GATEWAY_CERTIFICATE";

    /// <summary>GET: 200 once both listeners are open; the one control route that needs no token.</summary>
    public const string HealthPath = "/health";

    /// <summary>PUT of a <see cref="RouteOrder"/>: replaces all targets in one change, answered with the status after it.</summary>
    public const string TargetsPath = "/targets";

    /// <summary>GET of the <see cref="GatewayStatus"/>.</summary>
    public const string StatusPath = "/status";
}
