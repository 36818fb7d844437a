using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Playwright;

namespace StagingHarness.Browser;

/// <summary>
/// Requests to the gateway carry headers, and requests to nobody else. Playwright's own headers go to every host that a page names, and follow every redirect; so each
/// request is looked at by itself, redirected ones too.
/// </summary>
internal static class ShownHeaders
{
    public static async Task AddAsync(IBrowserContext context, IPage page, Uri gateway, ImmutableSortedDictionary<string, string> headers)
    {
        if (headers.IsEmpty)
        {
            return;
        }

        var session = await context.NewCDPSessionAsync(page);
        session.Event("Fetch.requestPaused").OnEvent += (_, paused) => _ = ContinueAsync(session, paused!.Value, gateway, headers);
        await session.SendAsync("Fetch.enable");
    }

    internal static bool IsShown(string address, Uri gateway) =>
        Uri.TryCreate(address, UriKind.Absolute, out var asked)
        && Uri.Compare(asked, gateway, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static async Task ContinueAsync(ICDPSession session, JsonElement paused, Uri gateway, ImmutableSortedDictionary<string, string> headers)
    {
        var arguments = new Dictionary<string, object> { ["requestId"] = paused.GetProperty("requestId").GetString()! };
        var request = paused.GetProperty("request");
        if (IsShown(request.GetProperty("url").GetString()!, gateway))
        {
            var sent = request.GetProperty("headers").EnumerateObject()
                .Where(header => !headers.Keys.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
                .Select(header => (header.Name, Value: header.Value.GetString()!))
                .Concat(headers.Select(header => (Name: header.Key, header.Value)));
            arguments["headers"] = sent.Select(header => new Dictionary<string, object> { ["name"] = header.Name, ["value"] = header.Value }).ToArray();
        }

        try
        {
            await session.SendAsync("Fetch.continueRequest", arguments);
        }
        catch (PlaywrightException)
        {
            // The page has gone on, or was closed: nobody waits for that request any more.
        }
    }
}
