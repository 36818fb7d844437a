namespace StagingHarness.Execution.Ports.Instances;

/// <summary>A listener that an instance is to have.</summary>
/// <param name="Name">Such as <c>http</c> or <c>control</c>; names it in placeholders.</param>
/// <param name="Reach">Who reaches it.</param>
public sealed record ListenerOrder(string Name, ListenerReach Reach)
{
    /// <summary>Its connections are secured: others are told <c>https</c>.</summary>
    public bool Tls { get; init; }

    /// <summary>Of the URL by which others reach it.</summary>
    public string Scheme => Tls ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
}
