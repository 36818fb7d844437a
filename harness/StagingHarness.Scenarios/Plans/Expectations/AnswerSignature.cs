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

    /// <summary>3xx, where redirects are not followed.</summary>
    Redirected,

    /// <summary>431: cookies or tokens have outgrown what the server takes.</summary>
    HeaderTooLarge,

    /// <summary>Any other status that is not right.</summary>
    OtherError,

    /// <summary>No whole answer came, or the gateway got none from any server: refused, reset, or not HTTP.</summary>
    ConnectionError,

    /// <summary>No whole answer in time, for the client or for the gateway.</summary>
    TimedOut,

    /// <summary>The status is as it should be, and what the answer carries is not.</summary>
    WrongContent,

    /// <summary>2xx for a request without valid credentials, which was to be refused.</summary>
    LetIn,

    /// <summary>Redirects that lead further than they are followed; only where they are followed.</summary>
    RedirectLoop,
}
