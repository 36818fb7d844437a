using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Versions;

/// <summary>The half-open stretch [from, until) in which an instance of a service was ready, real time since the epoch.</summary>
internal sealed record InstanceLife(string Service, ServerVersion Version, TimeSpan From, TimeSpan Until);
