using System.Globalization;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>Which of the documented answers a mapping gives: the first success, as a service expects one.</summary>
/// <param name="Key">As the document has it: <c>200</c>, <c>2XX</c>, <c>default</c>.</param>
/// <param name="Status">What is sent.</param>
/// <param name="Response">What the document says of it.</param>
internal sealed record AnswerChoice(string Key, int Status, IOpenApiResponse Response)
{
    private const int Success = 200;

    /// <summary>Null where there is none at all.</summary>
    public static AnswerChoice? Of(OpenApiResponses? responses) => (responses ?? [])
        .Where(response => response.Value is not null && IsStatus(response.Key))
        .Select(response => (Rank: RankOf(response.Key), Choice: new AnswerChoice(response.Key, StatusOf(response.Key), response.Value)))
        .OrderBy(answer => answer.Rank)
        .ThenBy(answer => answer.Choice.Status)
        .Select(answer => answer.Choice)
        .FirstOrDefault();

    /// <summary>Some documents have other keys there, which say nothing of any answer.</summary>
    private static bool IsStatus(string key) => key is [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'] or [>= '1' and <= '5', 'X' or 'x', 'X' or 'x']
        || key.Equals("default", StringComparison.OrdinalIgnoreCase);

    /// <summary>A success, another step of the way, whatever is not said apart, and only then what is wrong.</summary>
    private static int RankOf(string key) => (key.ToUpperInvariant(), key[0]) switch
    {
        ("2XX", _) => 1,
        (_, '2') => 0,
        ("3XX", _) => 3,
        (_, '3') => 2,
        ("DEFAULT", _) => 4,
        _ => 5,
    };

    private static int StatusOf(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status
        : char.IsAsciiDigit(key[0]) ? (key[0] - '0') * 100
        : Success;
}
