using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>The ways in which a request fails. A wrong answer is of exactly one of them; a right one of none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerSignature>))]
public enum AnswerSignature
{
    /// <summary>The app answered 5xx.</summary>
    ServerError,

    /// <summary>401, although the credentials of the traffic are valid ones.</summary>
    Unauthorized,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>3xx: the traffic follows no redirect, so a redirect loop is this on every request.</summary>
    Redirected,

    /// <summary>431: cookies or tokens have outgrown what the server takes.</summary>
    HeaderTooLarge,

    /// <summary>Any other status that is not right.</summary>
    OtherError,

    /// <summary>No whole answer came, or the gateway got none from any server: refused, reset, or not HTTP.</summary>
    ConnectionError,

    /// <summary>No whole answer in time, for the client or for the gateway.</summary>
    TimedOut,
}
