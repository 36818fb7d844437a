namespace StagingHarness.Verdicts;

/// <summary>What an outcome says of the run as such.</summary>
public static class OutcomeExtensions
{
    /// <summary>False when the run broke off for a reason that says nothing about the system under test.</summary>
    public static bool IsRehearsal(this Outcome outcome) => outcome switch
    {
        Outcome.Passed or Outcome.Failed or Outcome.Inconclusive => true,
        Outcome.Aborted or Outcome.EnvironmentFailed or Outcome.InternalError => false,
    };
}
