using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Checking;

/// <summary>A file of the language, and what is wrong with it and with what it names.</summary>
/// <param name="File">As it was named, or as it was found.</param>
/// <param name="Findings">Each once over all files of a report: two scenarios of one system do not tell its mistakes twice.</param>
public sealed record CheckedFile(string File, ImmutableArray<Finding> Findings);
