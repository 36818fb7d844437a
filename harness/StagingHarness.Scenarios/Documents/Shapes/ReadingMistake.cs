using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>What is wrong with a text; <see cref="Why"/> goes on after "'path' says 'text', ".</summary>
internal sealed record ReadingMistake(FindingCode Code, string Why, string Hint);
