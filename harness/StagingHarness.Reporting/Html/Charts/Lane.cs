namespace StagingHarness.Reporting.Html.Charts;

/// <summary>One lane of the chart.</summary>
/// <param name="Label">At its left, on one line.</param>
/// <param name="Note">Smaller, below the label; empty for none.</param>
/// <param name="Height">In units of the chart.</param>
/// <param name="Draw">Its content, given where it begins.</param>
internal sealed record Lane(string Label, string Note, double Height, Func<double, string> Draw);
