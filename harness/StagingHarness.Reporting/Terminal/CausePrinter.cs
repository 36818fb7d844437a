using System.Text;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Reporting.Terminal;

/// <summary>The suspected cause with its evidence.</summary>
internal static class CausePrinter
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(SuspectedCause cause)
    {
        var text = new StringBuilder("Suspected cause (from evidence, not proved)\n");
        if (cause.Error is { } error)
        {
            text.Append($"  logged    {error}\n");
            text.Append($"            {Figures.Count(cause.Count, "time")}{(cause.Instances.IsEmpty ? "" : $", by {Figures.Joined(cause.Instances)}")}\n");
        }

        if (cause.Library is { } library)
        {
            text.Append($"  library   {CauseWords.Of(library)}\n");
        }

        if (cause.Family is { } family)
        {
            text.Append($"  family    {CauseWords.Of(family)}\n");
        }

        if (cause.Facet is { } facet)
        {
            text.Append($"  provider  {CauseWords.Of(facet)}\n");
        }

        foreach (var difference in cause.Differences)
        {
            text.Append($"  differs   {difference.What}: worked {Values(difference.Worked)}, failed {Values(difference.Failed)}\n");
        }

        return text.ToString();
    }

    private static string Values(IReadOnlyCollection<string> values) => values.Count == 0 ? "without it" : $"with {Figures.Joined(values)}";
}
