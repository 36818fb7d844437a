namespace ClientPortal.Release.Business;

/// <summary>An order as a client sends it.</summary>
internal sealed record OrderRequest(string? Reference, string? Item, int Quantity)
{
    public bool IsComplete() => !string.IsNullOrWhiteSpace(Reference) && !string.IsNullOrWhiteSpace(Item) && Quantity > 0;
}
