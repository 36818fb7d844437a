namespace StagingHarness.Reporting.Terminal;

/// <summary>How text may look where it is written.</summary>
/// <param name="Colour">Colour adds to words, and never says anything alone.</param>
/// <param name="Width">Columns; null where lines must not be broken, as in files and pipes.</param>
public sealed record TerminalStyle(bool Colour, int? Width)
{
    /// <summary>No colour, no limit: for files, pipes and logs.</summary>
    public static TerminalStyle Plain { get; } = new(Colour: false, Width: null);
}
