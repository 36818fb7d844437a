using StagingHarness.History.Events;

namespace StagingHarness.Execution.Ports;

/// <summary>Takes the events of a run into its journal. Thread-safe; the event is on its way to the disk when this returns.</summary>
public interface IEventSink
{
    void Append(JournalEvent journalEvent);
}
