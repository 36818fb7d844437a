using StagingHarness.History.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>A line of a log, with whose it is.</summary>
/// <param name="Number">Its place among all lines of all logs; ties of time are shown in this order.</param>
/// <param name="Instance">Whose log it is.</param>
/// <param name="Entry">The line.</param>
internal sealed record ExcerptLine(long Number, string Instance, LogEntry Entry);
