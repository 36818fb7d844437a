using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>Answers in the form of OAuth 2.0; nothing on the way keeps them (RFC 6749, section 5).</summary>
internal static class OAuthAnswer
{
    public static ImmutableSortedDictionary<string, string> NotStored { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("Cache-Control", "no-store").Add("Pragma", "no-cache");

    public static AuthAnswer Of(JsonObject body, int status = 200) => new(status, body.ToJsonString()) { Headers = NotStored };

    public static AuthAnswer Refuse(int status, string error, string description) =>
        Of(new JsonObject { ["error"] = error, ["error_description"] = description }, status);

    /// <summary>To a GET: clients must post (RFC 6749, section 3.2; RFC 9110, section 15.5.6).</summary>
    public static AuthAnswer AskByPost()
    {
        var refusal = Refuse(405, "invalid_request", "This endpoint is asked by POST.");
        return refusal with { Headers = refusal.Headers.Add("Allow", "POST") };
    }

    /// <summary>A code or refresh token that buys nothing.</summary>
    public static AuthAnswer InvalidGrant(string description) => Refuse(400, "invalid_grant", description);

    public static AuthAnswer Page(int status, string html) => new(status, html) { ContentType = "text/html; charset=utf-8", Headers = NotStored };
}
