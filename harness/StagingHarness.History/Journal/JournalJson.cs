using System.Text.Json.Serialization;
using StagingHarness.History.Events;

namespace StagingHarness.History.Journal;

/// <summary>
/// How events, and the plan in the first of them, are written, found out when the harness is built: by reflection, the first event of a run took
/// nearly half a second.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JournalEvent))]
internal sealed partial class JournalJson : JsonSerializerContext;
