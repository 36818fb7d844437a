namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>One request of a recording.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Method">As written.</param>
/// <param name="Path">With its query.</param>
/// <param name="Body">What it carried; null when that was nothing, or is not in the recording.</param>
/// <param name="ContentType">Of the body.</param>
internal sealed record RecordedRequest(int Line, DateTimeOffset At, string Method, string Path, string? Body, string? ContentType);
