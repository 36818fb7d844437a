namespace OrderDesk;

/// <summary>What the provider has given, and how long it is good for.</summary>
internal sealed record AccessToken(string Value, TimeSpan Lifetime);
