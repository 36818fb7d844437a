using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>What of the provider may be behind a failure, as far as evidence can tell one from the other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuspectedFacet>))]
public enum SuspectedFacet
{
    /// <summary>Tokens are for somebody else.</summary>
    Audience,

    /// <summary>Tokens say another issuer than the servers know from discovery; whichever of the two has changed.</summary>
    Issuer,

    /// <summary>Tokens are called something else than what the servers take.</summary>
    TokenType,

    /// <summary>Tokens are signed with an algorithm that the servers do not take.</summary>
    SignWith,

    /// <summary>The key that signs is not among those that the provider shows, also to a server that has just started.</summary>
    KeySet,

    /// <summary>Keys have changed, and caches or tokens are of the time before.</summary>
    RotateKeys,

    /// <summary>Tokens are not valid yet, or no longer, by the clock of the servers.</summary>
    Clock,

    /// <summary>Tokens are valid, and say other things than the service reads.</summary>
    Claims,

    /// <summary>What the token endpoint answers cannot be read, or holds no token that can.</summary>
    TokenAnswer,

    /// <summary>The token endpoint gives no tokens, whoever asks for them.</summary>
    Token,

    /// <summary>The refresh tokens that services keep are no longer taken.</summary>
    Refresh,

    /// <summary>Clients may no longer prove in the way in which they do who they are.</summary>
    ClientAuthentication,

    /// <summary>The secret of a client is no longer taken.</summary>
    ClientSecrets,

    /// <summary>Clients are to prove that they hold a key, and do not, or not so that it is taken.</summary>
    Dpop,

    /// <summary>The discovery document is not to be had.</summary>
    Discovery,

    /// <summary>Calls do not come through to the provider, which is called by TLS.</summary>
    Certificate,

    /// <summary>Discovery is, and the keys that it names are not.</summary>
    Jwks,

    /// <summary>What the provider answers beside its own endpoints cannot be read.</summary>
    Mappings,
}
