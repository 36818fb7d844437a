namespace ClientPortal.Release.Business;

/// <summary>Some of the orders that clients have placed.</summary>
/// <param name="Orders">In the order of their numbers.</param>
/// <param name="Next">Path of the next page; null when there is none.</param>
internal sealed record OrderPage(IReadOnlyList<Order> Orders, string? Next)
{
    /// <summary>Orders of one page.</summary>
    public const int Size = 500;

    /// <summary>Orders that a client sees at once.</summary>
    public const int Shown = 50;
}
