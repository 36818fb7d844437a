namespace OrderDesk;

/// <summary>What the account API tells.</summary>
internal sealed record Account(string Owner, string Currency, int Balance);
