namespace PriceDesk;

/// <summary>What the rates API answers, as its documentation shows it.</summary>
internal sealed record Rate(string Base, string Quote, decimal Value);
