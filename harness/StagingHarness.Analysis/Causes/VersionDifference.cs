using System.Collections.Immutable;

namespace StagingHarness.Analysis.Causes;

/// <summary>In what the servers that answered rightly differ from those that did not; both sides as attested.</summary>
/// <param name="What"><c>release</c>, <c>platform</c>, or the name of a library.</param>
/// <param name="Worked">Values on servers that answered rightly and never wrongly; empty when they carry none.</param>
/// <param name="Failed">Values on servers that answered wrongly; empty when they carry none.</param>
public sealed record VersionDifference(string What, ImmutableArray<string> Worked, ImmutableArray<string> Failed);
