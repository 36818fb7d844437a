using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Versions;

/// <summary>A version of a service and one of a service that it calls, which ran at the same time.</summary>
/// <param name="Caller">The service that needs the other.</param>
/// <param name="CallerVersion">As it was started.</param>
/// <param name="Callee">The service that is needed.</param>
/// <param name="CalleeVersion">As it was started.</param>
/// <param name="Time">Real time in which an instance of each was ready.</param>
/// <param name="Requests">
/// Requests that were due meanwhile and that this version of the caller answered; null where the gateway does not lead to the caller.
/// </param>
public sealed record VersionPair(
    string Caller, ServerVersion CallerVersion, string Callee, ServerVersion CalleeVersion, TimeSpan Time, long? Requests);
