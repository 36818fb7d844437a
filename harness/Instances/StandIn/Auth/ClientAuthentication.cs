namespace StagingHarness.StandIn.Auth;

/// <summary>How clients prove who they are, by their names in discovery (OpenID Connect Core 1.0, section 9).</summary>
internal static class ClientAuthentication
{
    public const string Basic = "client_secret_basic";

    public const string Post = "client_secret_post";

    public const string PrivateKey = "private_key_jwt";

    public static IReadOnlyList<string> Methods { get; } = [Basic, Post, PrivateKey];

    /// <summary>What the provider takes now; a plain one takes assertions where it knows the key of a client.</summary>
    public static IReadOnlyList<string> MethodsOf(AuthState now) =>
        now.Settings.ClientAuthentication is { } methods ? methods : now.SignIn.ClientKeys.IsEmpty ? [Basic, Post] : Methods;
}
