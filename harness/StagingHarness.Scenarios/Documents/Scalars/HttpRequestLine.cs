namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Method and path of a request.</summary>
internal sealed record HttpRequestLine(string Method, string Path);
