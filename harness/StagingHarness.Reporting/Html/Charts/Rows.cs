namespace StagingHarness.Reporting.Html.Charts;

/// <summary>Puts stretches that overlap on rows of their own.</summary>
internal sealed class Rows
{
    private readonly int[] rows;

    private Rows(int[] rows, int count)
    {
        this.rows = rows;
        Count = count;
    }

    /// <summary>How many rows it takes.</summary>
    public int Count { get; }

    /// <summary>The row of the stretch of that index, from 0.</summary>
    public int At(int index) => rows[index];

    /// <param name="stretches">In the order of their beginnings.</param>
    /// <param name="from">Where one begins.</param>
    /// <param name="until">Where it ends.</param>
    public static Rows Of<T>(IReadOnlyList<T> stretches, Func<T, TimeSpan> from, Func<T, TimeSpan> until)
    {
        var ends = new List<TimeSpan>();
        var rows = new int[stretches.Count];
        for (var index = 0; index < stretches.Count; index++)
        {
            var row = ends.FindIndex(end => end <= from(stretches[index]));
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(TimeSpan.Zero);
            }

            ends[row] = until(stretches[index]);
            rows[index] = row;
        }

        return new Rows(rows, ends.Count);
    }
}
