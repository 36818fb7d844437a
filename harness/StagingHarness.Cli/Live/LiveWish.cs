namespace StagingHarness.Cli.Live;

/// <summary>Whether a live page is shown.</summary>
internal enum LiveWish
{
    None,

    /// <summary>Until the command ends.</summary>
    WhileRunning,

    /// <summary>Until Ctrl+C.</summary>
    Stay,
}
