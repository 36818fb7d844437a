using System.Text.RegularExpressions;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Checks;

/// <summary>Searches texts of the system for a pattern of the author's.</summary>
internal sealed class CheckPattern(string pattern)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchTimeout);

    /// <exception cref="NoEffectException">The search takes too long, so that nothing can be said.</exception>
    public bool IsIn(string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new NoEffectException($"The search for '{pattern}' took longer than {MatchTimeout.TotalSeconds:0.#} s in one text, so nothing was asked. Write a pattern that looks back less.");
        }
    }
}
