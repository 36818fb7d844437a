using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>Of what a rule takes the share.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertMeasure>))]
public enum AlertMeasure
{
    /// <summary>Answers that are wrong, of all that came.</summary>
    Wrong,

    /// <summary>Health checks that are not answered 200, of all that were asked.</summary>
    Health,

    /// <summary>One processor, as the server that uses most of it does.</summary>
    Processor,

    /// <summary>The memory that a server may hold, as the one that holds most of it does.</summary>
    Memory,
}
