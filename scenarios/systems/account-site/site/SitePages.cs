using System.Net;

namespace AccountSite;

/// <summary>What people see.</summary>
internal static class SitePages
{
    public static string Home(string? name) => Page("Account", name is null
        ? """
            <p>Nobody is signed in.</p>
            <p><a href="/dashboard">Sign in</a></p>
            """
        : $"""
            <p>Signed in as {Text(name)}.</p>
            <p><a href="/dashboard">Your account</a></p>
            """);

    public static string Dashboard(string? name, string? account) => Page("Your account", $"""
        <p>Welcome, {Text(name)}.</p>
        <p>Account {Text(account)}</p>
        <form method="post" action="/sign-out"><button>Sign out</button></form>
        """);

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{title}</title></head>
        <body>
        <h1>{title}</h1>
        {body}
        </body>
        </html>
        """;

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "unknown");
}
