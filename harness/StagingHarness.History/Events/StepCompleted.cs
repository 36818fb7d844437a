namespace StagingHarness.History.Events;

/// <summary>A step ended and took effect; the receipt is the proof.</summary>
public sealed record StepCompleted : JournalEvent
{
    /// <summary>What took effect, in a sentence; never empty.</summary>
    public required string Receipt { get; init; }

    /// <summary>Real time that the step took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Scripted minimum, in real time; zero when nothing was scripted.</summary>
    public required TimeSpan Scripted { get; init; }

    /// <summary>Real time beyond the scripted minimum; zero when the step was done by then.</summary>
    public required TimeSpan Overrun { get; init; }
}
