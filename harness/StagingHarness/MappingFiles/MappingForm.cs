using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StagingHarness.MappingFiles;

/// <summary>How mappings are written that people read, compare and correct.</summary>
public static class MappingForm
{
    /// <summary>Of a mapping that asks for method and path alone; one that asks for more has less, and goes first.</summary>
    public const int PlainPriority = 1000;

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>On lines of their own, with no more escaped than JSON needs.</summary>
    public static string Of(JsonNode node) => node.ToJsonString(Form);
}
