namespace OrderDesk;

/// <summary>What '/api/orders' answers: open orders, and the account from which they are paid.</summary>
internal sealed record OrderList(Account Account, IReadOnlyList<string> Orders);
