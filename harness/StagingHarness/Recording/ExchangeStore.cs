using System.Collections.Immutable;

namespace StagingHarness.Recording;

/// <summary>What was recorded until now, in the order of the calls, and what could not be. Thread-safe.</summary>
internal sealed class ExchangeStore
{
    /// <summary>Of all bodies together; all of it is in memory.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly SortedDictionary<int, RecordedExchange> kept = [];
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private long bytes;

    public void Keep(int number, RecordedExchange exchange)
    {
        lock (gate)
        {
            bytes += exchange.Body.Length + exchange.RequestBody.Length;
            if (bytes <= MostBytes)
            {
                kept.Add(number, exchange);
                return;
            }
        }

        LeaveOut("came after 64 MiB of bodies");
    }

    /// <param name="why">Without anything of the call itself, which may hold secrets.</param>
    public void LeaveOut(string why)
    {
        lock (gate)
        {
            leftOut[why] = leftOut.GetValueOrDefault(why) + 1;
        }
    }

    public (ImmutableArray<RecordedExchange> Exchanges, ImmutableArray<string> Notes) Take()
    {
        lock (gate)
        {
            return (
                [.. kept.Values],
                [.. leftOut.Select(one => FormattableString.Invariant($"not recorded ({one.Value}): {one.Key}"))]);
        }
    }
}
