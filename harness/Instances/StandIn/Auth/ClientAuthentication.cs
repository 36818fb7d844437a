namespace StagingHarness.StandIn.Auth;

/// <summary>How clients prove who they are, by their names in discovery (OpenID Connect Core 1.0, section 9).</summary>
internal static class ClientAuthentication
{
    public const string Basic = "client_secret_basic";

    public const string Post = "client_secret_post";

    public const string PrivateKey = "private_key_jwt";

    /// <summary>What a plain provider takes.</summary>
    public static IReadOnlyList<string> Usual { get; } = [Basic, Post];

    public static IReadOnlyList<string> Methods { get; } = [Basic, Post, PrivateKey];
}
