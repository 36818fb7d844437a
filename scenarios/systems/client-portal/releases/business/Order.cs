namespace ClientPortal.Release.Business;

/// <summary>One order of a client.</summary>
/// <param name="Number">Given by the portal.</param>
/// <param name="Item">What is ordered.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="PlacedOn">Day on which it was taken.</param>
/// <param name="Reference">What the client calls it; null for one that was not placed here.</param>
internal sealed record Order(int Number, string Item, int Quantity, DateOnly PlacedOn, string? Reference);
