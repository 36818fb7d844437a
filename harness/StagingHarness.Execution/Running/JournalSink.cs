using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;

namespace StagingHarness.Execution.Running;

/// <summary>The journal, as the adapters' and steps' sink.</summary>
internal sealed class JournalSink(JournalWriter journal) : IEventSink
{
    public void Append(JournalEvent journalEvent) => journal.Append(journalEvent);
}
