using System.Collections.Immutable;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>Where a browser may be sent.</summary>
internal static class RedirectRule
{
    /// <summary>One that is written as a path alone stands for that path anywhere; all others are compared as they are.</summary>
    public static bool Allows(ImmutableArray<string> allowed, string uri) =>
        allowed.Any(known => known.StartsWith('/') ? IsAt(known, uri) : known == uri);

    private static bool IsAt(string path, string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var target)
        && target is { Scheme: "http" or "https", UserInfo: "", Fragment: "" }
        && target.PathAndQuery == path
        && PathOf(uri) == path;

    /// <summary>As it is written: dots in it lead elsewhere for one reader, and not for another.</summary>
    private static string PathOf(string uri)
    {
        var host = uri.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = uri.IndexOf('/', host);
        return path < 0 ? "" : uri[path..];
    }
}
