using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>Why a request got no answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Failure>))]
public enum Failure : byte
{
    /// <summary>It got one.</summary>
    None = 0,

    /// <summary>No connection could be made.</summary>
    ConnectFailed = 1,

    /// <summary>The connection broke before the answer was whole.</summary>
    ConnectionLost = 2,

    /// <summary>No whole answer before the timeout, counted from the scheduled moment.</summary>
    TimedOut = 3,

    /// <summary>What came back was not HTTP.</summary>
    ProtocolError = 4,

    /// <summary>A connection stood, and could not be secured: the certificate is not trusted, or nothing was agreed upon.</summary>
    HandshakeFailed = 5,
}
