using StagingHarness.Analysis.Expectations;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Html.Markup;

/// <summary>The class that colours how something stands; words and signs say the same.</summary>
internal static class OutcomeClass
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "good",
        Outcome.Failed or Outcome.InternalError => "bad",
        Outcome.Inconclusive or Outcome.Aborted or Outcome.EnvironmentFailed => "warn",
    };

    public static string Of(Standing standing) => standing switch
    {
        Standing.Met => "good",
        Standing.NotMet => "bad",
        Standing.Inconclusive => "warn",
    };
}
