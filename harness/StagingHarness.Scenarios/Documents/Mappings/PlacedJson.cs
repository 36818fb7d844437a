using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>A value of a JSON file, with the place where it stands.</summary>
internal sealed record PlacedJson
{
    public required SourceSpan Span { get; init; }

    public required JsonValueKind Kind { get; init; }

    /// <summary>A text's characters, or what a number looks like; empty for anything else.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of an object, in the order of the file.</summary>
    public ImmutableArray<PlacedMember> Members { get; init; } = [];

    /// <summary>Of a list.</summary>
    public ImmutableArray<PlacedJson> Items { get; init; } = [];

    /// <summary>WireMock looks for names whatever their case.</summary>
    public PlacedJson? Member(string name) =>
        Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { Kind: not JsonValueKind.Null } value ? value : null;

    /// <summary>Null where it is no text, or there is none of that name.</summary>
    public string? TextOf(string name) => Member(name) is { Kind: JsonValueKind.String } value ? value.Text : null;

    public bool IsTrue(string name) => Member(name) is { Kind: JsonValueKind.True };

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in Members)
                {
                    writer.WritePropertyName(member.Name);
                    member.Value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in Items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text);
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Text);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(Kind == JsonValueKind.True);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
