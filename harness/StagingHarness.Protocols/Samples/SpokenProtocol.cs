namespace StagingHarness.Protocols.Samples;

/// <summary>What client and gateway speak, in the words in which the gateway stamps it and the journal holds it.</summary>
public static class SpokenProtocol
{
    /// <summary>Where the gateway itself does not say.</summary>
    public const string Unsaid = "not said";

    /// <summary><c>HTTP/2 over TLS</c>.</summary>
    public static string Of(ClientHttp http, bool tls) => Of(
        http switch
        {
            ClientHttp.Http11 => "HTTP/1.1",
            ClientHttp.Http2 => "HTTP/2",
        },
        tls);

    /// <param name="http">As a server names it: <c>HTTP/2</c>.</param>
    /// <param name="tls">Whether the connection is secured.</param>
    public static string Of(string http, bool tls) => tls ? $"{http} over TLS" : http;
}
