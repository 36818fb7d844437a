using System.Globalization;
using System.Net;

namespace ClientPortal.Release.Business;

/// <summary>The page on which a client sees the account and the latest orders.</summary>
internal static class Dashboard
{
    public static string Print(Account account, IReadOnlyList<Order> orders) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Client portal</title></head>
        <body>
        <h1>{Text(account.Holder)}</h1>
        <p>Account {Text(account.Number)}, your balance: {account.Balance.ToString("N2", CultureInfo.InvariantCulture)} {Text(account.Currency)}</p>
        <h2>Latest orders</h2>
        <ul>{string.Concat(orders.Select(order => $"<li>{order.Number}: {order.Quantity} x {Text(order.Item)}</li>"))}</ul>
        </body>
        </html>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
