using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Recording;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>Makes the value of one answer from its schema: what the document gives as an example where it does, and else the same in each import.</summary>
/// <param name="secrets">Hides those of examples.</param>
/// <param name="notes">Hears what was left out.</param>
/// <param name="pointer">Where the answer stands.</param>
/// <param name="owner">Whose answer it is, as people know it.</param>
internal sealed class SchemaSamples(ExampleSecrets secrets, NoteBook notes, string pointer, string owner)
{
    private const int Deepest = 30;

    private const int MostNodes = 5000;

    private const int MostItems = 20;

    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int depth;
    private int nodes;

    /// <param name="schema">Of the value.</param>
    /// <param name="name">Under which it stands; null for a whole body.</param>
    /// <returns>Null where there is none: its schema goes round in a circle, or leads nowhere.</returns>
    public Sample? Of(IOpenApiSchema schema, string? name)
    {
        try
        {
            return Followed(schema, name);
        }
        catch (InvalidOperationException exception) when (CircularReference.IsTold(exception))
        {
            notes.Error(pointer, $"a schema of '{owner}' is nothing but references to itself.", "write down what it is");
            return null;
        }
    }

    private Sample? Followed(IOpenApiSchema schema, string? name)
    {
        if (schema is not OpenApiSchemaReference reference)
        {
            return Nested(schema, name);
        }

        if (reference is { UnresolvedReference: true } or { Reference.IsExternal: true })
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "schema", owner);
            notes.Error(pointer, summary, hint);
            return null;
        }

        if (Written(schema, name) is { } written)
        {
            return written;
        }

        var id = reference.Reference.Id ?? "";
        if (!open.Add(id))
        {
            return null;
        }

        try
        {
            return Nested(schema, name);
        }
        finally
        {
            open.Remove(id);
        }
    }

    private Sample? Nested(IOpenApiSchema schema, string? name)
    {
        if (depth >= Deepest || nodes >= MostNodes)
        {
            notes.Leave(LeftOut.Size, pointer, $"'{owner}'");
            return null;
        }

        depth++;
        nodes++;
        try
        {
            return Written(schema, name) ?? Made(schema, name);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>What the document itself gives.</summary>
    private Sample? Written(IOpenApiSchema schema, string? name)
    {
        var example = WrittenExample.Of(schema);
        if (example is null && schema.Const is null)
        {
            example = schema.Default;
        }

        if (example is not null)
        {
            return new Sample(secrets.Value(name, PlainJson.Of(example)));
        }

        return schema.Const is { } constant ? new Sample(Constant(schema, constant))
            : schema.Enum is { Count: > 0 } choices ? new Sample(PlainJson.Of(choices.FirstOrDefault(choice => !choice.IsJsonNullSentinel()) ?? choices[0]))
            : null;
    }

    private Sample? Made(IOpenApiSchema schema, string? name)
    {
        if (schema.AllOf is { Count: > 0 } all)
        {
            return Merged([.. all.Select(part => Of(part, name)), schema.Properties is { Count: > 0 } ? Object(schema) : null]);
        }

        if ((schema.OneOf is { Count: > 0 } one ? one : schema.AnyOf) is { Count: > 0 } ways)
        {
            return Merged([Way(ways, schema.Discriminator, name), schema.Properties is { Count: > 0 } ? Object(schema) : null]);
        }

        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Null or 0 when schema.Type is not null => new Sample(null),
            { } some when some.HasFlag(JsonSchemaType.Object) => Object(schema),
            { } some when some.HasFlag(JsonSchemaType.Array) => List(schema),
            { } some when some.HasFlag(JsonSchemaType.String) => Text(schema, name),
            { } some when some.HasFlag(JsonSchemaType.Integer) => new Sample(NumberSample.Of(schema, isWhole: true)),
            { } some when some.HasFlag(JsonSchemaType.Number) => new Sample(NumberSample.Of(schema, isWhole: false)),
            { } some when some.HasFlag(JsonSchemaType.Boolean) => new Sample(JsonValue.Create(true)),
            _ => Untyped(schema, name),
        };
    }

    private Sample? Untyped(IOpenApiSchema schema, string? name) =>
        schema.Items is not null || schema.MinItems is not null ? List(schema)
        : schema.Format is not null || schema.Pattern is not null || schema.MinLength is not null || schema.MaxLength is not null ? Text(schema, name)
        : schema.Minimum is not null || schema.Maximum is not null || schema.ExclusiveMinimum is not null || schema.ExclusiveMaximum is not null
            ? new Sample(NumberSample.Of(schema, isWhole: false))
        : Object(schema);

    private Sample Object(IOpenApiSchema schema)
    {
        var made = new JsonObject();
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            // The library has null for a schema that is 'true'.
            if (member is null || IsWrittenOnly(member))
            {
                continue;
            }

            if (Of(member, name) is { } sample)
            {
                made[name] = sample.Value;
            }
            else if (schema.Required?.Contains(name) == true)
            {
                notes.Leave(LeftOut.Circles, pointer, $"'{name}' of '{owner}'");
            }
        }

        if (made.Count == 0 && schema.AdditionalProperties is { } others && Of(others, name: null) is { } other)
        {
            made["key"] = other.Value;
        }

        return new Sample(made);
    }

    private Sample List(IOpenApiSchema schema)
    {
        var list = new JsonArray();
        if (schema.UnrecognizedKeywords?.ContainsKey("prefixItems") == true)
        {
            notes.Leave(LeftOut.Tuples, pointer, $"'{owner}'");
            return new Sample(list);
        }

        var wanted = Math.Min(schema.MaxItems ?? MostItems, Math.Clamp(schema.MinItems ?? 1, 1, MostItems));
        if ((schema.MinItems ?? 0) > MostItems)
        {
            notes.Leave(LeftOut.Size, pointer, $"'{owner}'");
        }

        for (var index = 0; index < wanted && schema.Items is not null && Of(schema.Items, name: null) is { } item; index++)
        {
            list.Add(schema.UniqueItems == true && index > 0 ? Other(schema.Items, item.Value, index) : item.Value);
        }

        return new Sample(list);
    }

    /// <summary>One that is not among those before it, where that is easily done.</summary>
    private static JsonNode? Other(IOpenApiSchema schema, JsonNode? first, int index) => first switch
    {
        _ when schema.Enum is { } choices && index < choices.Count => PlainJson.Of(choices[index]),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<long>(out var whole) => JsonValue.Create(whole + index),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{text.GetValue<string>()}-{index + 1}")),
        _ => first,
    };

    private Sample Text(IOpenApiSchema schema, string? name)
    {
        var (text, fits) = TextSample.Of(schema);
        if (!fits)
        {
            notes.Leave(LeftOut.Patterns, pointer, name is null ? $"'{owner}'" : $"'{name}' of '{owner}'");
        }

        return new Sample(JsonValue.Create(text));
    }

    /// <summary>The first way that leads anywhere, with the member that says which it is.</summary>
    private Sample? Way(IList<IOpenApiSchema> ways, OpenApiDiscriminator? discriminator, string? name)
    {
        foreach (var way in ways.Where(way => way is not null && way.Type != JsonSchemaType.Null))
        {
            if (Of(way, name) is not { } sample)
            {
                continue;
            }

            if (discriminator?.PropertyName is { } property && sample.Value is JsonObject made && way is OpenApiSchemaReference { Reference.Id: { } id })
            {
                made[property] = discriminator.Mapping?.FirstOrDefault(one => one.Value.Reference.Id == id).Key ?? id;
            }

            return sample;
        }

        return null;
    }

    /// <summary>Members of all parts; of parts that are no objects, the first.</summary>
    private static Sample? Merged(IEnumerable<Sample?> parts)
    {
        var there = parts.OfType<Sample>().ToList();
        if (there.Find(part => part.Value is not JsonObject) is { } single)
        {
            return there.TrueForAll(part => part.Value is not JsonObject { Count: > 0 }) ? single : Joined(there);
        }

        return there.Count == 0 ? null : Joined(there);
    }

    private static Sample Joined(IEnumerable<Sample> parts)
    {
        var made = new JsonObject();
        foreach (var (name, value) in parts.SelectMany(part => part.Value as JsonObject ?? []))
        {
            made[name] = value?.DeepClone();
        }

        return new Sample(made);
    }

    private static bool IsWrittenOnly(IOpenApiSchema schema) => schema is not (OpenApiSchemaReference and ({ UnresolvedReference: true } or { Reference.IsExternal: true })) && schema.WriteOnly;

    /// <summary>The library has each as a text.</summary>
    private static JsonNode? Constant(IOpenApiSchema schema, string constant)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String))
        {
            return JsonValue.Create(constant);
        }

        try
        {
            return JsonNode.Parse(constant);
        }
        catch (JsonException)
        {
            return JsonValue.Create(constant);
        }
    }
}
