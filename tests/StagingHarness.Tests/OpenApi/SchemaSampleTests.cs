using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.Tests.OpenApi;

/// <summary>Bodies that are made from schemas: what the document gives, and else the same each time.</summary>
public sealed class SchemaSampleTests
{
    [TestCase("{ type: string }", "\"string\"")]
    [TestCase("{ type: string, minLength: 9 }", "\"stringstr\"")]
    [TestCase("{ type: string, maxLength: 3 }", "\"str\"")]
    [TestCase("{ type: string, format: date-time }", "\"2026-01-15T09:30:00Z\"")]
    [TestCase("{ type: string, format: date }", "\"2026-01-15\"")]
    [TestCase("{ type: string, format: uuid }", "\"7f3d1c52-8a4e-4b6f-9c0d-2e5a1b7c3d4f\"")]
    [TestCase("{ type: string, format: email }", "\"someone@mail.example\"")]
    [TestCase("{ type: string, format: uri }", "\"https://host.example/\"")]
    [TestCase("{ type: string, format: ours }", "\"string\"")]
    [TestCase("{ type: string, pattern: '^[A-Z]{3}$' }", "\"AAA\"")]
    [TestCase("{ type: boolean }", "true")]
    [TestCase("{ type: integer }", "1")]
    [TestCase("{ type: integer, minimum: 5 }", "5")]
    [TestCase("{ type: integer, minimum: 5, exclusiveMinimum: true }", "6")]
    [TestCase("{ type: integer, maximum: -3 }", "-3")]
    [TestCase("{ type: integer, minimum: 7, multipleOf: 5 }", "10")]
    [TestCase("{ type: integer, format: int64, minimum: 9007199254740993 }", "9007199254740993")]
    [TestCase("{ type: number }", "1.5")]
    [TestCase("{ type: number, minimum: 0.25, maximum: 0.5 }", "0.5")]
    [TestCase("{ type: number, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true }", "0.5")]
    [TestCase("{ type: number, minimum: 1e400 }", "1.5")]
    [TestCase("{ type: array, items: { type: integer } }", "[1]")]
    [TestCase("{ type: array, minItems: 3, uniqueItems: true, items: { type: integer } }", "[1,2,3]")]
    [TestCase("{ type: array, minItems: 2, uniqueItems: true, items: { type: string, enum: [a, b] } }", """["a","b"]""")]
    [TestCase("{ type: array, maxItems: 0, items: { type: integer } }", "[]")]
    [TestCase("{ properties: { x: { type: integer } } }", """{"x":1}""")]
    [TestCase("{ type: object, additionalProperties: { type: number } }", """{"key":1.5}""")]
    [TestCase("{ }", "{}")]
    public void Value_is_made_from_its_schema(string schema, string body) => Imported.OfSchema(schema).Body().Should().Be(body);

    [TestCase("{ type: string, example: EUR, default: USD, enum: [GBP] }", "\"EUR\"")]
    [TestCase("{ type: string, default: USD, enum: [GBP] }", "\"USD\"")]
    [TestCase("{ type: string, enum: [null, GBP, CHF], nullable: true }", "\"GBP\"")]
    [TestCase("{ type: number, example: 1.50 }", "1.50")]
    [TestCase("{ type: object, example: { a: null, b: [null, 1] } }", """{"a":null,"b":[null,1]}""")]
    [TestCase("{ type: string, nullable: true, example: null }", "null")]
    public void What_the_document_gives_comes_first(string schema, string body) => Imported.OfSchema(schema).Body().Should().Be(body);

    [TestCase("{ type: [string, 'null'] }", "\"string\"")]
    [TestCase("{ type: 'null' }", "null")]
    [TestCase("{ type: integer, exclusiveMinimum: 5 }", "6")]
    [TestCase("{ type: string, examples: [one, two] }", "\"one\"")]
    [TestCase("{ const: 5 }", "5")]
    [TestCase("{ const: v1 }", "\"v1\"")]
    [TestCase("{ type: string, const: '5' }", "\"5\"")]
    [TestCase("{ anyOf: [{ type: 'null' }, { type: integer }] }", "1")]
    public void Newer_schema_is_read(string schema, string body) => Imported.OfSchema(schema, version: "3.1.0").Body().Should().Be(body);

    [Test]
    public void Parts_are_merged_and_of_ways_the_first_is_gone()
    {
        const string Schemas = """
            {
              Base: { type: object, properties: { id: { type: integer }, kind: { type: string } } },
              Card: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { number: { type: string, example: '1' } } }], properties: { own: { type: boolean } } },
              Cash: { type: object, properties: { kind: { type: string } } },
            }
            """;

        Imported.OfSchema("{ $ref: '#/components/schemas/Card' }", Schemas).Body().Should().Be("""{"id":1,"kind":"string","number":"1","own":true}""");
        Imported.OfSchema("{ oneOf: [{ $ref: '#/components/schemas/Cash' }, { type: string }], discriminator: { propertyName: kind } }", Schemas).Body().Should().Be("""{"kind":"Cash"}""");
        Imported.OfSchema("{ oneOf: [{ $ref: '#/components/schemas/Cash' }], discriminator: { propertyName: kind, mapping: { coins: '#/components/schemas/Cash' } } }", Schemas).Body()
            .Should().Be("""{"kind":"coins"}""");
        Imported.OfSchema("{ allOf: [{ type: string, example: x }] }").Body().Should().Be("\"x\"");
    }

    [Test]
    public void What_is_only_written_is_no_part_of_an_answer() =>
        Imported.OfSchema("{ type: object, required: [id, word], properties: { id: { type: integer, readOnly: true }, word: { type: string, writeOnly: true }, other: { type: string } } }").Body()
            .Should().Be("""{"id":1,"other":"string"}""");

    [Test]
    public void Circle_is_cut_off_where_it_closes()
    {
        var made = Imported.OfSchema(
            "{ $ref: '#/components/schemas/Node' }",
            """
            {
              Node: { type: object, required: [value, parent], properties: {
                value: { type: integer }, children: { type: array, items: { $ref: '#/components/schemas/Node' } },
                parent: { $ref: '#/components/schemas/Node' }, twin: { $ref: '#/components/schemas/Leaf' }, other: { $ref: '#/components/schemas/Leaf' } } },
              Leaf: { type: object, properties: { value: { type: integer } } },
            }
            """);

        made.Body().Should().Be("""{"value":1,"children":[],"twin":{"value":1},"other":{"value":1}}""");
        made.Notes.Should().Equal("members that must be there are left out where their schema goes round in a circle: 'parent' of 'a'.");
    }

    [Test]
    public void Reference_that_is_nothing_but_one_to_itself_is_a_mistake()
    {
        var made = Imported.OfSchema("{ $ref: '#/components/schemas/A' }", "{ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }");

        made.Result.IsBroken.Should().BeTrue();
        made.Notes.Should().Equal("a schema of 'a' is nothing but references to itself.");
    }

    [Test]
    public void Body_that_would_never_end_is_cut_off_and_told()
    {
        var wide = string.Join(", ", Enumerable.Range(0, 12).Select(level =>
            $"L{level}: {{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(0, 6).Select(member => $"m{member}: {{ $ref: '#/components/schemas/L{level + 1}' }}"))} }} }}"));

        var made = Imported.OfSchema("{ $ref: '#/components/schemas/L0' }", $"{{ {wide}, L12: {{ type: integer }} }}");

        made.Body()!.Length.Should().BeLessThan(200_000);
        made.Notes.Should().Equal("bodies that were made up are cut off: 'a'.");
    }

    [Test]
    public void Text_that_does_not_fit_its_pattern_is_told()
    {
        var made = Imported.OfSchema("{ type: object, properties: { iban: { type: string, pattern: '^(?=DE)[A-Z]{2}.*$' } } }");

        made.Body().Should().Be("""{"iban":"string"}""");
        made.Notes.Should().Equal("texts that were made up do not fit their schema: 'iban' of 'a'.");
    }

    [Test]
    public void Lists_with_a_schema_for_each_entry_are_told()
    {
        var made = Imported.OfSchema("{ type: array, prefixItems: [{ type: string }] }", version: "3.1.0");

        made.Body().Should().Be("[]");
        made.Notes.Should().Equal("lists whose entries have a schema each are left empty: 'a'.");
    }
}
