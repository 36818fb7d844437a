using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>The moments of an incident, in the order in which they come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Milestone>))]
public enum Milestone
{
    /// <summary>The new version begins to be placed on the servers.</summary>
    UpgradeStarted,

    /// <summary>The new version takes all traffic.</summary>
    Activated,

    /// <summary>The first request that was answered wrongly was due.</summary>
    OutageStarted,

    /// <summary>Detection fired and the page went out.</summary>
    Paged,

    Acknowledged,

    /// <summary>A gate refused to let the upgrade go on.</summary>
    Refused,

    RollbackStarted,

    RolledBack,

    RestartStarted,

    /// <summary>All servers are back in the gateway, and traffic is answered rightly again.</summary>
    TrafficRestored,
}
