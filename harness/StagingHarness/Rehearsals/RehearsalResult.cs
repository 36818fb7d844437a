using StagingHarness.History.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Rehearsals;

/// <summary>A run and its verdict. All of it can be computed again from the folder.</summary>
public sealed record RehearsalResult(RunFolder Folder, RunRecord Record, Verdict Verdict);
