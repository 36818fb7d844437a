namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>A stretch of one line of a text. <see cref="SourceText.Span"/> makes it and keeps it inside the text.</summary>
internal sealed record SourceSpan(SourceText Source, int Line, int Column, int Length);
