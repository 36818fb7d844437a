using System.Text.RegularExpressions;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Holds an answer against what is asked of it.</summary>
internal sealed class AnswerJudge
{
    /// <summary>An expression that takes longer on a body is not found in it.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);

    private readonly GeneratorAnswer _wanted;
    private readonly Regex? _matches;
    private readonly bool _isToBeRefused;

    public AnswerJudge(GeneratorRequest request)
    {
        _wanted = request.Answer ?? new GeneratorAnswer();
        _isToBeRefused = request.Credentials != ShownCredentials.Valid && !IsAskedFor(200);
        _matches = _wanted.Matches is { } pattern ? Expression(pattern) : null;
        LooksAtBody = _wanted.Contains is not null || _matches is not null || !_wanted.Json.IsEmpty;
        LooksAtAll = LooksAtBody || !_wanted.Status.IsEmpty;
    }

    public bool LooksAtBody { get; }

    /// <summary>More is asked than a 2xx.</summary>
    public bool LooksAtAll { get; }

    public static Regex Expression(string pattern) => new(pattern, RegexOptions.CultureInvariant, LongestMatch);

    /// <summary>The first group of the expression; null when it is not found.</summary>
    public static string? FirstGroup(Regex expression, string text)
    {
        try
        {
            return expression.Match(text) is { Success: true } match ? match.Groups[1].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>This status is named as one that is right.</summary>
    public bool AsksFor(int status) => _wanted.Status.Contains(status);

    /// <param name="answer">What came back.</param>
    /// <param name="fill">Puts values into placeholders.</param>
    public AnswerCheck Judge(Received answer, Func<string, string> fill)
    {
        if (!LooksAtAll)
        {
            return AnswerCheck.ByStatus;
        }

        if (!IsAskedFor(answer.Status))
        {
            return _isToBeRefused && IsSuccess(answer.Status) ? AnswerCheck.LetIn : AnswerCheck.WrongStatus;
        }

        return IsContentAsWanted(answer, fill) ? AnswerCheck.AsWanted : AnswerCheck.WrongContent;
    }

    private static bool IsSuccess(int status) => status is >= 200 and < 300;

    private bool IsAskedFor(int status) => _wanted.Status.IsEmpty ? IsSuccess(status) : _wanted.Status.Contains(status);

    private bool IsContentAsWanted(Received answer, Func<string, string> fill) =>
        (_wanted.Contains is not { } part || answer.Text.Contains(fill(part), StringComparison.Ordinal))
        && (_matches is null || IsFound(_matches, answer.Text))
        && _wanted.Json.All(wanted => answer.JsonAt(wanted.Key) == fill(wanted.Value));

    private static bool IsFound(Regex expression, string text)
    {
        try
        {
            return expression.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
