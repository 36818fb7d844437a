using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>Goes through the events of a text that was parsed to its end.</summary>
internal sealed class EventCursor(IReadOnlyList<ParsingEvent> events)
{
    private int _position;

    public ParsingEvent Current => events[Math.Min(_position, events.Count - 1)];

    public bool IsAt<T>()
        where T : ParsingEvent =>
        Current is T;

    /// <exception cref="YamlException">Something else is there: the library lets some broken texts pass ('{ a }*b:').</exception>
    public T Take<T>()
        where T : ParsingEvent
    {
        if (Current is not T taken)
        {
            throw new YamlException(Current.Start, Current.End, "something is missing here");
        }

        _position++;
        return taken;
    }
}
