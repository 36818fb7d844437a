namespace StagingHarness.OpenApi.Places;

/// <summary>Where something stands in a document.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 characters.</param>
internal readonly record struct DocumentPlace(int Line, int Column);
