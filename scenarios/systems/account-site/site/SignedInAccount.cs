namespace AccountSite;

/// <summary>What '/api/account' answers.</summary>
internal sealed record SignedInAccount(string? Name, string? Account);
