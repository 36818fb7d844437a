using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>Who answered a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Answerer>))]
public enum Answerer : byte
{
    /// <summary>Nobody: no answer came.</summary>
    Nobody = 0,

    /// <summary>An app server; the gateway passed its answer on.</summary>
    App = 1,

    /// <summary>The gateway itself, because it could not get an answer from an app server.</summary>
    Gateway = 2,

    /// <summary>Somebody: an HTTP answer came, but it does not carry the gateway's word on who gave it.</summary>
    Unknown = 3,
}
