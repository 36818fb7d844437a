using System.Collections.Immutable;

namespace StagingHarness.Reporting.Tuning;

/// <summary>One rule with one threshold, on all runs.</summary>
public sealed record TunedRow
{
    public required string Rule { get; init; }

    public required string Threshold { get; init; }

    /// <summary>It is the one that stands in the plan.</summary>
    public required bool IsWritten { get; init; }

    public required ImmutableArray<TunedCell> Cells { get; init; }

    /// <summary>Bad runs on which it would have paged while the outage lasted.</summary>
    public int Paged => Bad.Count(cell => cell.TimeToPage is not null);

    /// <summary>The slowest of them, real time; null when there was none.</summary>
    public TunedCell? Slowest => Bad.Where(cell => cell.TimeToPage is not null).MaxBy(cell => cell.TimeToPage);

    /// <summary>Pages on good runs, and before the outage on bad ones.</summary>
    public int FalsePages => Cells.Sum(cell => cell.FalsePages);

    /// <summary>Runs on which it never saw samples enough.</summary>
    public int Blind => Cells.Count(cell => cell.IsBlind);

    private IEnumerable<TunedCell> Bad => Cells.Where(cell => cell.Kind == TunedKind.Bad);
}
