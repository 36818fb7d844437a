using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>Which of a client's two secrets the provider takes: each one that signs in, or gets tokens for itself, has one for today and one that follows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClientSecretMode>))]
public enum ClientSecretMode
{
    /// <summary>Today's alone, as a plain provider does.</summary>
    Current,

    /// <summary>Either of them.</summary>
    Both,

    /// <summary>The one that follows; today's has expired.</summary>
    Next,
}
