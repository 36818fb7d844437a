using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>JSON of the stand-in's control messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StandInReadings))]
[JsonSerializable(typeof(StandInJournal))]
[JsonSerializable(typeof(FacetOrder))]
[JsonSerializable(typeof(FacetSettings))]
[JsonSerializable(typeof(FacetState))]
[JsonSerializable(typeof(ImmutableArray<CertificateMaterial>))]
[JsonSerializable(typeof(SignInSetup))]
[JsonSerializable(typeof(StandInMappings))]
public sealed partial class StandInJson : JsonSerializerContext;
