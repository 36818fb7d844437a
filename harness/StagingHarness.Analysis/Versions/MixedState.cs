using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Versions;

/// <summary>All stretches in which the gateway led to so many servers, so many of them on the new version.</summary>
/// <param name="New">Servers on the version that joined last.</param>
/// <param name="Of">Servers that took traffic.</param>
/// <param name="Time">Real time, all stretches together.</param>
/// <param name="Requests">Requests that were due meanwhile.</param>
/// <param name="Wrong">Those of them that were answered wrongly, or not at all.</param>
public sealed record MixedState(int New, int Of, TimeSpan Time, long Requests, long Wrong)
{
    /// <summary>Old and new servers took traffic side by side.</summary>
    public bool IsMixed => New > 0 && New < Of;

    public Share WrongShare => Share.Of(Wrong, Requests);
}
