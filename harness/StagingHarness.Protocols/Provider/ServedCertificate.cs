using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>Which certificate a listener shows to new connections.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServedCertificate>))]
public enum ServedCertificate
{
    /// <summary>For its name, in time, with a chain to the stage's CA.</summary>
    Valid,

    /// <summary>As valid, with another key: what a provider shows that has renewed its certificate in time.</summary>
    Renewed,

    /// <summary>It ran out yesterday; nothing else is wrong with it.</summary>
    Expired,

    /// <summary>From the stage's next CA, which nobody trusts unless told to; nothing else is wrong with it.</summary>
    OtherCa,

    /// <summary>The valid one, without the certificate that leads from it to the CA.</summary>
    MissingIntermediate,

    /// <summary>For another name; nothing else is wrong with it.</summary>
    WrongName,
}
