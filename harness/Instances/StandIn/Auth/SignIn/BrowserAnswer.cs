using System.Collections.Immutable;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.SignIn;

/// <summary>Sends a browser back to the client.</summary>
internal static class BrowserAnswer
{
    /// <summary>What came of the request, with its state and who says so (RFC 9207).</summary>
    public static AuthAnswer Back(AuthState now, AuthorizeRequest request, params ImmutableArray<(string Name, string Value)> outcome)
    {
        ImmutableArray<(string Name, string Value)> all =
            [.. outcome, .. request.State is { } state ? [("state", state)] : ImmutableArray<(string, string)>.Empty, ("iss", now.ToldIssuer)];
        return request.UsesFormPost ? OAuthAnswer.Page(200, ProviderPage.Post(request.RedirectUri, all)) : To(request.RedirectUri, all);
    }

    public static AuthAnswer Refused(AuthState now, AuthorizeRequest request, string error, string description) =>
        Back(now, request, ("error", error), ("error_description", description));

    public static AuthAnswer To(string uri, ImmutableArray<(string Name, string Value)> query)
    {
        var added = string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        var location = added.Length == 0 ? uri : $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{added}";
        return new AuthAnswer(302, "") { Headers = OAuthAnswer.NotStored.Add("Location", location) };
    }
}
