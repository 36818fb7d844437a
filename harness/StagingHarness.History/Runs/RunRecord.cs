using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Runs;

/// <summary>All that is known of one run: what a verdict is computed from, and nothing else.</summary>
public sealed record RunRecord
{
    /// <summary>The first event; its plan is the plan of the run.</summary>
    public required RunStarted Start { get; init; }

    /// <summary>All events, the first one included.</summary>
    public required ImmutableArray<JournalEvent> Events { get; init; }

    /// <summary>How the journal is damaged; null when it is whole.</summary>
    public required string? JournalDamage { get; init; }

    /// <summary>In the order in which the answers came.</summary>
    public required ImmutableArray<Sample> Samples { get; init; }

    /// <summary>Lowercase hex SHA-256 of the sample records as they are now; null when there is no sample file.</summary>
    public required string? SamplesSha256 { get; init; }

    /// <summary>Ids that were read back at the end, in the order in which they came.</summary>
    public ImmutableArray<string> LedgerIds { get; init; } = [];

    /// <summary>Lowercase hex SHA-256 of the file with the ids as it is now; null when there is none.</summary>
    public string? LedgerSha256 { get; init; }

    /// <summary>What customers saw in the browser: the first of each journey, step and status that went wrong.</summary>
    public ImmutableArray<SeenPicture> Pictures { get; init; } = [];

    public required ImmutableArray<InstanceLog> Logs { get; init; }

    /// <summary>The files that the plan was made of, as they were written; empty for a scenario in code, or when they were not kept.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    public ScenarioPlan Plan => Start.Plan;
}
