namespace AccountApi;

/// <summary>The account of whoever the token speaks of.</summary>
internal sealed record Account(string Owner, string Currency, int Balance);
