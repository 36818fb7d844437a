namespace StagingHarness.Scenarios.Building;

/// <summary>Where something was written in code.</summary>
/// <param name="Path">The source file as the compiler knew it; it need not exist where the program runs.</param>
/// <param name="Line">From 1.</param>
internal readonly record struct SourceLine(string Path, int Line);
