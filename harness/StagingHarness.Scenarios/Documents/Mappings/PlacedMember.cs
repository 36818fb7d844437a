using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">As written.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Value">What it is.</param>
internal sealed record PlacedMember(string Name, SourceSpan Span, PlacedJson Value);
