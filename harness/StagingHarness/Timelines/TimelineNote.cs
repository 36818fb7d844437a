namespace StagingHarness.Timelines;

/// <summary>A row of a postmortem's timeline that was not understood.</summary>
/// <param name="Line">Of the table's file, from 1.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Why">Goes on after "line 5 ".</param>
public sealed record TimelineNote(int Line, string Text, string Why);
