using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>The form in which an answer is given where a document offers several: JSON before anything else, else the first.</summary>
internal sealed record MediaChoice
{
    /// <summary>As the document has it.</summary>
    public required string Key { get; init; }

    public required IOpenApiMediaType Media { get; init; }

    public bool IsJson => IsJsonName(Key);

    /// <summary>JSON is the text of anything that is made up.</summary>
    public bool IsText => Plain(Key) is var type && type.StartsWith("text/", StringComparison.Ordinal) && type is not ("text/xml" or "text/event-stream");

    /// <summary>As the answer has it; a range says nothing.</summary>
    public string ContentType => Plain(Key) switch
    {
        "*/*" or "application/*" => "application/json",
        "text/*" => "text/plain",
        var range when range.EndsWith("/*", StringComparison.Ordinal) => "application/octet-stream",
        _ => Key,
    };

    /// <summary>Null where the answer has no body.</summary>
    public static MediaChoice? Of(IDictionary<string, IOpenApiMediaType>? content) => (content ?? new Dictionary<string, IOpenApiMediaType>())
        .OrderBy(media => IsJsonName(media.Key) ? 0 : 1)
        .Select(media => new MediaChoice { Key = media.Key, Media = media.Value })
        .FirstOrDefault();

    private static bool IsJsonName(string key) => Plain(key) is "application/json" or "text/json" or "*/*" or "application/*" || Plain(key).EndsWith("+json", StringComparison.Ordinal);

    private static string Plain(string key) => key.Split(';', 2)[0].Trim().ToLowerInvariant();
}
