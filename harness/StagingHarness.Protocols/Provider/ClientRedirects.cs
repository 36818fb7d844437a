using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>
/// Where the provider sends a browser for a client. Each is a whole URL, compared as it is, or a path alone, which stands for that path at any
/// host and port: ports are known only once the stage stands.
/// </summary>
public sealed record ClientRedirects
{
    /// <summary>After a sign-in, with the code.</summary>
    public required ImmutableArray<string> SignedIn { get; init; }

    /// <summary>After a sign-out.</summary>
    public ImmutableArray<string> SignedOut { get; init => field = value.IsDefault ? [] : value; } = [];
}
