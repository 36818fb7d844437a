using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>Who signs in at the provider, and for which clients. Secrets and passwords are made for the run, and stand nowhere.</summary>
public sealed record SignInPlan
{
    /// <summary>Client id to where a browser is sent for it.</summary>
    public required ImmutableSortedDictionary<string, ClientRedirects> Clients { get; init; }

    /// <summary>Client id to how it comes by the certificate that it shows the provider; null where none has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, ClientCertificateKind>? Certificates { get; init; }

    /// <summary>Name to what is said of the user, as a JSON object; <c>{}</c> is nothing but the name.</summary>
    public required ImmutableSortedDictionary<string, string> Users { get; init; }
}
