namespace ClientPortal.Release.Business;

/// <summary>One order of a client.</summary>
internal sealed record Order(int Number, string Item, int Quantity, DateOnly PlacedOn);
