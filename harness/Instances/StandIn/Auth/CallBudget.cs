using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth;

/// <summary>Counts calls against the limits of endpoints, in windows that follow each other. Not safe for several threads.</summary>
internal sealed class CallBudget
{
    private readonly Dictionary<string, (CallLimit Limit, DateTimeOffset Begun, int Taken)> windows = new(StringComparer.Ordinal);

    /// <summary>False when the window holds as many calls already as the limit lets through.</summary>
    public bool TryTake(string endpoint, CallLimit limit, DateTimeOffset now)
    {
        var length = TimeSpan.FromMilliseconds(limit.WindowMilliseconds);
        if (!windows.TryGetValue(endpoint, out var window) || window.Limit != limit)
        {
            window = (limit, now, 0);
        }
        else if (now - window.Begun is var past && past >= length)
        {
            window = (limit, window.Begun + (length * Math.Floor(past / length)), 0);
        }

        windows[endpoint] = window with { Taken = window.Taken + 1 };
        return window.Taken < limit.Calls;
    }
}
