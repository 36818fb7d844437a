using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.Tests.OpenApi;

/// <summary>What is nothing but references to itself, wherever a document may name it: a mistake with its place, and the rest can be imported.</summary>
public sealed class CircularReferenceTests
{
    private const string Schemas = "schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }";

    private const string Parameters = "parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } }";

    private const string Responses = "responses: { A: { $ref: '#/components/responses/B' }, B: { $ref: '#/components/responses/A' } }";

    private const string Headers = "headers: { A: { $ref: '#/components/headers/B' }, B: { $ref: '#/components/headers/A' } }";

    private const string Bodies = "requestBodies: { A: { $ref: '#/components/requestBodies/B' }, B: { $ref: '#/components/requestBodies/A' } }";

    private const string Examples = "examples: { A: { $ref: '#/components/examples/B' }, B: { $ref: '#/components/examples/A' } }";

    private const string Ok = "responses: { '200': { description: d } }";

    [TestCase("get: { operationId: a, parameters: [{ name: q, in: query, required: true, schema: { $ref: '#/components/schemas/A' } }], " + Ok + " }", Schemas)]
    [TestCase("get: { operationId: a, responses: { '200': { description: d, headers: { X-May: { schema: { $ref: '#/components/schemas/A' } } } } } }", Schemas)]
    [TestCase("get: { operationId: a, responses: { '200': { description: d, content: { application/json: { example: '[1]', schema: { $ref: '#/components/schemas/A' } } } } } }", Schemas)]
    [TestCase("get: { operationId: a, parameters: [{ $ref: '#/components/parameters/A' }], " + Ok + " }", Parameters)]
    [TestCase("parameters: [{ name: q, in: query }], get: { operationId: a, parameters: [{ $ref: '#/components/parameters/A' }], " + Ok + " }", Parameters)]
    [TestCase("parameters: [{ $ref: '#/components/parameters/A' }], get: { operationId: a, parameters: [{ name: q, in: query }], " + Ok + " }", Parameters)]
    [TestCase("get: { operationId: a, responses: { '200': { $ref: '#/components/responses/A' } } }", Responses)]
    [TestCase("get: { operationId: a, responses: { '200': { description: d, headers: { X-Must: { $ref: '#/components/headers/A' } } } } }", Headers)]
    [TestCase("post: { operationId: a, requestBody: { $ref: '#/components/requestBodies/A' }, " + Ok + " }", Bodies)]
    [TestCase("get: { operationId: a, responses: { '200': { description: d, content: { application/json: { examples: { one: { $ref: '#/components/examples/A' } } } } } } }", Examples)]
    public void Operation_that_needs_one_is_told_and_left_out(string path, string components)
    {
        var rest = $"paths:\n  /a: {{ {path} }}\n  /b: {{ get: {{ operationId: b, {Ok} }} }}\ncomponents: {{ {components} }}\n";

        var strict = Imported.Of(rest);
        strict.Result.IsBroken.Should().BeTrue();
        strict.Result.Files.Should().BeEmpty();
        strict.Result.Notes.Should().Contain(note => note.Line == 4 && note.Summary == "'a' needs what is nothing but references to itself.");

        var lenient = Imported.Of(rest, change: order => order with { Lenient = true });
        lenient.Mappings.Keys.Should().Equal("b");
        lenient.Result.LeftOut.Should().Equal(("a", "what it needs is nothing but references to itself"));
    }

    [Test]
    public void Path_that_is_one_is_told_and_left_out()
    {
        var rest = $"paths:\n  /a: {{ $ref: '#/components/pathItems/A' }}\n  /b: {{ get: {{ operationId: b, {Ok} }} }}\n"
            + "components: { pathItems: { A: { $ref: '#/components/pathItems/B' }, B: { $ref: '#/components/pathItems/A' } } }\n";

        Imported.Of(rest, "3.1.0").Notes.Should().Contain("path '/a' is nothing but references to itself.");
        Imported.Of(rest, "3.1.0", order => order with { Lenient = true }).Mappings.Keys.Should().Equal("b");
    }
}
