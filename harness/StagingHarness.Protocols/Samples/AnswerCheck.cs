using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>What a look at an answer beyond its status has shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerCheck>))]
public enum AnswerCheck : byte
{
    /// <summary>Nothing more is asked of it: a 2xx is right.</summary>
    ByStatus = 0,

    /// <summary>All that was asked of it is so, whatever its status: it is right.</summary>
    AsWanted = 1,

    /// <summary>Its status is not one of those that were asked for.</summary>
    WrongStatus = 2,

    /// <summary>Its status is as it should be, and what it carries is not: body, or something that was to be captured.</summary>
    WrongContent = 3,

    /// <summary>It was to be refused, and was answered 2xx.</summary>
    LetIn = 4,

    /// <summary>Redirects led back to where they began, or further than they are followed.</summary>
    RedirectLoop = 5,
}
