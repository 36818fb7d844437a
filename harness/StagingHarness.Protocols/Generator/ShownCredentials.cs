using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Generator;

/// <summary>Which credentials a request shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShownCredentials>))]
public enum ShownCredentials
{
    /// <summary>Those of the traffic.</summary>
    Valid,

    /// <summary>None at all.</summary>
    None,

    /// <summary>Those of the traffic, each with its end changed.</summary>
    Wrong,
}
