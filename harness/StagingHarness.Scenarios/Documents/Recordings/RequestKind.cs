namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>
/// Requests of one kind are sent alike. Who was refused is another kind than who was not, since they show other credentials; otherwise whoever sends the
/// same may get what any of them got.
/// </summary>
/// <param name="Method">As written.</param>
/// <param name="Path">With its query.</param>
/// <param name="Body">Null for nothing.</param>
/// <param name="ContentType">Of the body; null when none is recorded.</param>
/// <param name="IsRefused">It had shown no credentials that are valid.</param>
internal readonly record struct RequestKind(string Method, string Path, string? Body, string? ContentType, bool IsRefused);
