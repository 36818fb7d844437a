namespace StagingHarness.Generator.Sending;

/// <summary>Says once why connections could not be secured: a sample has no room for words, and each failure is counted by its sample.</summary>
internal sealed class HandshakeFailures(TextWriter output)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Tell(Exception exception)
    {
        var why = (exception.InnerException ?? exception).Message;
        lock (_lock)
        {
            if (_told.Add(why))
            {
                output.WriteLine($"A connection could not be secured: {why} Further ones that fail so are only counted.");
            }
        }
    }
}
