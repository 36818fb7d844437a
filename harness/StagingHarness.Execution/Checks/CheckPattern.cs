using System.Text.RegularExpressions;

namespace StagingHarness.Execution.Checks;

/// <summary>Searches texts of the system for a pattern of the author's.</summary>
internal sealed class CheckPattern(string pattern)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchTimeout);

    /// <summary>A text in which the search takes too long does not match.</summary>
    public bool IsIn(string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
