using StagingHarness.Analysis.Expectations;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Runs;

/// <summary>How things stand, in a word and in a sign; the sign never stands alone.</summary>
internal static class StandingWords
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Met => "met",
        Standing.Inconclusive => "inconclusive",
        Standing.NotMet => "not met",
    };

    public static string SignOf(Standing standing) => standing switch
    {
        Standing.Met => "\u2714",
        Standing.Inconclusive => "?",
        Standing.NotMet => "\u2716",
    };

    public static string SignOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "\u2714",
        Outcome.Failed => "\u2716",
        Outcome.Inconclusive => "?",
        Outcome.Aborted => "\u25a0",
        Outcome.EnvironmentFailed or Outcome.InternalError => "!",
    };
}
