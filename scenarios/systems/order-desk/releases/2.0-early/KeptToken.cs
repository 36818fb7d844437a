namespace OrderDesk;

/// <summary>A token, from when on the next one is asked for, and how long it is good.</summary>
internal sealed record KeptToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
