namespace PriceDesk;

/// <summary>What '/api/prices' answers, for each article.</summary>
internal sealed record Price(string Article, decimal Euro, decimal Dollar);
