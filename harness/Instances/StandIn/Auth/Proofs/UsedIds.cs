namespace StagingHarness.StandIn.Auth.Proofs;

/// <summary>
/// What may be shown once, as long as it could be shown again: ids (<c>jti</c>) of assertions and proofs. Of two who come with the same one at
/// the same time, one is the first.
/// </summary>
internal sealed class UsedIds
{
    private const int FewIds = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Owner, string Id), DateTimeOffset> used = [];
    private int sweepAt = FewIds;

    /// <summary>False when it was used before.</summary>
    /// <param name="owner">Who showed it; ids of others do not count.</param>
    /// <param name="id">What it calls itself.</param>
    /// <param name="until">From then on it is refused for its age.</param>
    /// <param name="now">On the same clock.</param>
    public bool TryUse(string owner, string id, DateTimeOffset until, DateTimeOffset now)
    {
        lock (gate)
        {
            if (used.Count >= sweepAt)
            {
                foreach (var (old, _) in used.Where(one => one.Value <= now).ToList())
                {
                    used.Remove(old);
                }

                sweepAt = Math.Max(FewIds, used.Count * 2);
            }

            return used.TryAdd((owner, id), until);
        }
    }
}
