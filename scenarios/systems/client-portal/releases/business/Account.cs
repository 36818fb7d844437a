namespace ClientPortal.Release.Business;

/// <summary>A client's account as the portal shows it.</summary>
internal sealed record Account(string Number, string Holder, string Currency, decimal Balance, DateOnly OpenedOn);
