using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.History.Events;

/// <summary>Detection decided, on the live outcomes, that answers are wrong more often than tolerated.</summary>
public sealed record DetectionFired : JournalEvent
{
    /// <summary>Answers seen since detection was armed.</summary>
    public required long Seen { get; init; }

    public required long Wrong { get; init; }

    /// <summary>Share of wrong answers since the first wrong one.</summary>
    public required Share Share { get; init; }

    /// <summary>Scheduled moment of the first wrong answer, real time since the epoch.</summary>
    public required TimeSpan FirstWrongDue { get; init; }

    public required Sample FirstWrong { get; init; }

    /// <summary>Servers whose answers were wrong.</summary>
    public required ImmutableArray<ServerStamp> Servers { get; init; }

    /// <summary>Value of the detector when it fired, and the threshold that it passed.</summary>
    public required double Statistic { get; init; }

    public required double Threshold { get; init; }

    /// <summary>Share of wrong answers that was tolerated.</summary>
    public Share Background { get; init; }

    /// <summary>The chance that this is a false alarm: of one in as many answers as were seen, at most seen / threshold.</summary>
    public Share FalseAlarm { get; init; }

    /// <summary>Failures of connections that were being drained, until then; they count neither as seen nor as wrong.</summary>
    public long Drained { get; init; }
}
