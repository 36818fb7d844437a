namespace StagingHarness.Protocols.Pager;

/// <summary>How the stand-in is started to play the service that pages people, and the routes of its control listener.</summary>
public static class PagerProgram
{
    /// <summary>Option with value <see cref="Role"/>: the stand-in receives pages, and is no provider.</summary>
    public const string RoleOption = "--plays";

    /// <summary>Value of <see cref="RoleOption"/>.</summary>
    public const string Role = "pager";

    /// <summary>Environment variable: the key by which PagerDuty knows where an event belongs.</summary>
    public const string RoutingKeyVariable = "STANDIN_ROUTING_KEY";

    /// <summary>POST of an event, as in PagerDuty's Events API v2.</summary>
    public const string PagerDutyPath = "/v2/enqueue";

    /// <summary>POST of a notification, as Alertmanager sends it to a webhook.</summary>
    public const string AlertmanagerPath = "/alertmanager";

    /// <summary>GET of the <see cref="PagerReadings"/> on the control listener.</summary>
    public const string ReadingsPath = "/pages";

    /// <summary>Length that PagerDuty gives its keys.</summary>
    public const int RoutingKeyLength = 32;
}
