using System.Collections.Immutable;
using StagingHarness.History.Events;

namespace StagingHarness.History.Journal;

/// <summary>What a journal file holds.</summary>
/// <param name="Events">All whole events, in order.</param>
/// <param name="Damage">Where and how the file is damaged, for people; null when it is whole. What follows the damage is not read.</param>
public sealed record JournalReading(ImmutableArray<JournalEvent> Events, string? Damage);
