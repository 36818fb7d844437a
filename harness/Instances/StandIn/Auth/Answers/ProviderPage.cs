using System.Collections.Immutable;
using System.Net;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>What people see of the provider. Each page works without script and says in words what it is.</summary>
internal static class ProviderPage
{
    /// <param name="action">Where the form goes.</param>
    /// <param name="ticket">The client's request, which comes back with the form.</param>
    /// <param name="userName">What was typed before.</param>
    /// <param name="problem">What was wrong with it; null the first time.</param>
    public static string SignIn(string action, string ticket, string userName, string? problem) => Page("Sign in", $"""
        <h1>Sign in</h1>
        {Alert(problem)}
        <form method="post" action="{Encode(action)}">
        <input type="hidden" name="ticket" value="{Encode(ticket)}">
        {Credentials(userName)}
        <p><button type="submit">Sign in</button></p>
        </form>
        """);

    /// <param name="action">Where the form goes.</param>
    /// <param name="code">What the device shows, as far as it is known.</param>
    /// <param name="userName">What was typed before.</param>
    /// <param name="problem">What was wrong with it; null the first time.</param>
    public static string Device(string action, string code, string userName, string? problem) => Page("Connect a device", $"""
        <h1>Connect a device</h1>
        {Alert(problem)}
        <form method="post" action="{Encode(action)}">
        <p><label for="user_code">Code</label> <input id="user_code" name="user_code" autocomplete="off" required value="{Encode(code)}"></p>
        {Credentials(userName)}
        <p><button type="submit">Connect</button> <button type="submit" name="decision" value="deny">Refuse</button></p>
        </form>
        """);

    public static string DeviceConnected { get; } = Page("Device connected", "<h1>Device connected</h1>\n<p>Go on at your device.</p>");

    public static string DeviceRefused { get; } = Page("Device refused", "<h1>Device refused</h1>\n<p>Your device is not connected.</p>");

    /// <summary>A request with which a browser cannot be sent back.</summary>
    public static string Refused(string reason) => Page("Request refused", $"<h1>Request refused</h1>\n<p role=\"alert\">{Encode(reason)}</p>");

    public static string SignedOut { get; } = Page("Signed out", "<h1>Signed out</h1>\n<p>You are signed out.</p>");

    /// <summary>Brings fields to the client (OAuth 2.0 Form Post Response Mode).</summary>
    public static string Post(string uri, ImmutableArray<(string Name, string Value)> fields) => Page("Back to the application", $"""
        <h1>Back to the application</h1>
        <form method="post" action="{Encode(uri)}">
        {string.Join('\n', fields.Select(field => $"<input type=\"hidden\" name=\"{Encode(field.Name)}\" value=\"{Encode(field.Value)}\">"))}
        <p><button type="submit">Continue</button></p>
        </form>
        <script>document.forms[0].submit()</script>
        """);

    /// <summary>The icon is empty, and none is asked for: a call that nobody makes on purpose would be an unknown one.</summary>
    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>{title}</title></head>
        <body><main>
        {body}
        </main></body>
        </html>
        """;

    private static string Credentials(string userName) => $"""
        <p><label for="username">User name</label> <input id="username" name="username" autocomplete="username" required value="{Encode(userName)}"></p>
        <p><label for="password">Password</label> <input id="password" name="password" type="password" autocomplete="current-password" required></p>
        """;

    private static string Alert(string? problem) => problem is null ? "" : $"<p role=\"alert\">{Encode(problem)}</p>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
