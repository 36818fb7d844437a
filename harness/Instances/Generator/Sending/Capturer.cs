using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>Takes from an answer what later requests of the journey carry.</summary>
internal sealed class Capturer(ImmutableArray<GeneratorCapture> captures)
{
    private readonly ImmutableArray<(GeneratorCapture Capture, Regex? Pattern)> _captures =
        [.. captures.Select(capture => (capture, capture.Pattern is { } pattern ? AnswerJudge.Expression(pattern) : null))];

    public bool LooksAtBody => _captures.Any(one => one.Capture.Json is not null || one.Pattern is not null);

    public bool IsEmpty => _captures.IsEmpty;

    /// <summary>False when something is not there.</summary>
    public bool Take(Received answer, VirtualClient client)
    {
        foreach (var (capture, pattern) in _captures)
        {
            if (Find(capture, pattern, answer) is not { } value)
            {
                return false;
            }

            client.Keep(capture.Name, value);
        }

        return true;
    }

    private static string? Find(GeneratorCapture capture, Regex? pattern, Received answer) => capture switch
    {
        { Json: { } pointer } => answer.ValueAt(pointer),
        { Header: { } header } => answer.HeaderValues(header).FirstOrDefault(),
        { Cookie: { } cookie } => CookieJar.ValueOf(cookie, answer.HeaderValues(CookieJar.Header)),
        _ => pattern is null ? null : AnswerJudge.FirstGroup(pattern, answer.Text),
    };
}
