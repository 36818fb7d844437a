using System.Security.Cryptography;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>A provider that runs: two clients, and a user who signs in for the first of them.</summary>
internal abstract class ProviderUnderTest : IAsyncDisposable
{
    public const string Client = "portal-web";
    public const string Secret = "s3cret of the portal";
    public const string OtherClient = "orders-web";
    public const string OtherSecret = "s3cret of the orders";
    public const string Redirect = "http://portal.example/signin-oidc";
    public const string SignedOut = "http://portal.example/bye";
    public const string User = "alice";
    public const string Password = "pass word&";

    /// <summary>What the first client signs with, instead of its secret.</summary>
    public static RSA ClientKey { get; } = RSA.Create(2048);

    /// <summary>Without a slash at its end.</summary>
    public abstract Uri Address { get; }

    public abstract ValueTask DisposeAsync();
}
