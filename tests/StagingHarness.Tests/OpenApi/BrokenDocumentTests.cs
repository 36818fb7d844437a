using FluentAssertions;
using NUnit.Framework;
using StagingHarness.OpenApi;
using StagingHarness.OpenApi.Folders;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.OpenApi;

/// <summary>Documents with mistakes: each has its place and its way out, and nothing is written.</summary>
public sealed class BrokenDocumentTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: t, version: '1' }\n";

    [TestCase("a.yaml", "openapi: 3.0.0\n  info: [\n", "2:7: error: this is not valid YAML: ")]
    [TestCase("a.yaml", Head + "paths: {}\npaths: {}\n", "4:1: error: key 'paths' stands here before.")]
    [TestCase("a.yaml", Head + "---\nopenapi: 3.0.0\n", "3:1: error: a second YAML document begins here.")]
    [TestCase("a.yaml", "a: &a [*a]\n", "1:8: error: alias 'a' stands for nothing that is whole before it.")]
    [TestCase("a.yaml", "", "1:1: error: the file is no OpenAPI document: it has neither 'openapi' nor 'swagger'.")]
    [TestCase("a.yaml", "hello world\n", "1:1: error: the file is no OpenAPI document: it has neither 'openapi' nor 'swagger'.")]
    [TestCase("a.yaml", "openapi: 4.0.0\ninfo: { title: t, version: '1' }\npaths: {}\n", "1:1: error: OpenAPI specification version '4.0.0' is not supported.")]
    [TestCase("a.json", "{\n  \"openapi\": \"3.0.0\",,\n}", "2:22: error: the file is no JSON from here on.")]
    [TestCase("a.json", "{ \"openapi\": \"3.0.0\", \"openapi\": \"3.0.0\" }", "1:23: error: key 'openapi' stands here before.")]
    [TestCase("a.json", "[1]", "1:1: error: the file is no OpenAPI document: it has neither 'openapi' nor 'swagger'.")]
    [TestCase("a.json", "{\"openapi\":\"3.0.0\",\n\"\\ud83d\":1}", "2:1: error: this text holds half of a letter.")]
    [TestCase("a.json", "{\"openapi\":\"3.0.0\",\n\"x-a\":[\"\\ud83d\\ude00\",\"ok \\ud83d\"]}", "2:23: error: this text holds half of a letter.")]
    [TestCase("a.yaml", Head + "x-a: \"ok \\ud83d\"\n", "3:6: error: this is not valid YAML: ")]
    [TestCase("a.yaml", Head + "\"\\ud83d\": 1\n", "3:1: error: this is not valid YAML: ")]
    public void Document_that_cannot_be_read_has_its_place(string name, string text, string said)
    {
        var made = Imported.OfFile(name, text, order => order with { Lenient = true });

        made.Result.IsBroken.Should().BeTrue();
        made.Result.Files.Should().BeEmpty();
        made.Result.Notes.Should().ContainSingle().Which.ToString().Should().Contain($"{name}:{said}");
    }

    [TestCase("paths:\n  /a:\n    get:\n      responses:\n        '200': {}\n", "7:9: error: the document is not as OpenAPI has it: The field 'description' in 'response' object is REQUIRED.")]
    [TestCase("paths:\n  /a:\n    get:\n      responses:\n        '200': { $ref: '#/components/responses/No' }\n", "7:9: error: 'GET /a' needs the answer '#/components/responses/No', which is not there.")]
    [TestCase("paths:\n  /a:\n    get:\n      parameters: [{ $ref: '#/components/parameters/No' }]\n      responses: { '200': { description: d } }\n", "6:20: error: 'GET /a' needs the parameter '#/components/parameters/No', which is not there.")]
    [TestCase("paths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: d\n          content:\n            application/json:\n              schema: { $ref: 'other.yaml#/A' }\n", "11:15: error: 'GET /a' needs a schema of another file, 'other.yaml', and one file is read.")]
    [TestCase("paths:\n  a: { get: { responses: { '200': { description: d } } } }\n", "4:3: error: the document is not as OpenAPI has it: a is not a valid property.")]
    [TestCase("paths:\n  /a/{x}: { get: { operationId: o, responses: { '200': { description: d } } } }\n  /a/{y}: { get: { responses: { '200': { description: d } } } }\n", "5:3: error: the document is not as OpenAPI has it: The path signature '/a/{}' MUST be unique.")]
    public void Mistake_has_its_place_and_nothing_is_written(string rest, string said)
    {
        var made = Imported.OfFile("a.yaml", Head + rest);

        made.Result.IsBroken.Should().BeTrue();
        made.Result.Files.Should().BeEmpty();
        made.Result.Notes.Select(note => note.ToString()).Should().Contain(note => note.Contains($"a.yaml:{said}\n      ", StringComparison.Ordinal));
    }

    [TestCase("common.yaml#/Quote")]
    [TestCase("common.yaml#/components/schemas/Quote")]
    [TestCase("https://elsewhere.example/other.yaml#/components/schemas/Quote")]
    public void What_another_file_holds_is_not_taken_from_a_namesake_of_this_one(string target)
    {
        var made = Imported.OfFile("a.yaml", $$"""
            {{Head}}paths:
              /a: { get: { responses: { '200': { description: d, content: { application/json: { schema: { $ref: '{{target}}' } } } } } } }
            components: { schemas: { Quote: { type: object, required: [price], properties: { price: { type: integer } } } } }

            """);

        made.Result.IsBroken.Should().BeTrue();
        made.Result.Notes.Should().ContainSingle().Which.ToString().Should().Contain("'GET /a' needs a schema of another file, '");
    }

    [Test]
    public void Other_file_that_an_older_document_needs_is_told()
    {
        var made = Imported.OfFile(
            "a.json",
            """{"swagger":"2.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"parameters":[{"$ref":"parameters.json#/x"}],"responses":{"200":{"description":"d"}}}}}}""");

        made.Result.Notes.Should().ContainSingle().Which.ToString().Should()
            .Contain("a.json:1:89: error: 'GET /a' needs a parameter of another file, 'parameters.json#/x', and one file is read.");
    }

    [Test]
    public void Other_file_over_which_the_library_falls_is_told()
    {
        var made = Imported.OfFile(
            "a.json",
            """{"swagger":"2.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"d","schema":{"$ref":"Pet.json"}}}}}}}""");

        made.Result.IsBroken.Should().BeTrue();
        made.Result.Notes.Should().OnlyContain(note => note.Summary.Contains("'Pet.json', and one file is read.", StringComparison.Ordinal));
    }

    [Test]
    public void Lenient_import_takes_what_can_be_read()
    {
        const string Rest = """
            paths:
              /a: { get: { operationId: a, responses: { '200': { $ref: '#/components/responses/No' } } } }
              /c: { get: { operationId: c } }
              /b: { get: { operationId: b, responses: { '200': { content: { application/json: { schema: { type: object, properties: { x: { $ref: '#/components/schemas/No' }, y: { type: integer } } } } } } } } }
            """;

        var made = Imported.Of(Rest, change: order => order with { Lenient = true });

        made.Mappings.Keys.Should().Equal("b");
        made.Body("b").Should().Be("""{"y":1}""");
        made.Result.LeftOut.Should().Equal(("a", "its answer is not to be read"), ("c", "it has no answer"));
        made.Result.IsBroken.Should().BeFalse();
        made.Notes.Should().Contain("'b' needs the schema '#/components/schemas/No', which is not there.");
    }

    [TestCase("20")]
    [TestCase("2000")]
    [TestCase("2OK")]
    [TestCase("900")]
    [TestCase("ok")]
    public void Key_that_is_no_status_answers_nothing(string key)
    {
        var rest = $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '{key}': {{ description: d }} }} }} }}, /b: {{ get: {{ operationId: b, responses: {{ '{key}': {{ description: d }}, '404': {{ description: d }} }} }} }} }}\n";

        var made = Imported.Of(rest, change: order => order with { Lenient = true });

        made.Mappings.Keys.Should().Equal("b");
        made["b"]["Response"]!["StatusCode"]!.GetValue<int>().Should().Be(404);
        made.Result.LeftOut.Should().Equal(("a", "it has no answer"));
    }

    [Test]
    public void Unused_mistake_among_schemas_hinders_nobody() =>
        Imported.Of("paths: { /a: { get: { operationId: a, responses: { '200': { description: d } } } } }\ncomponents: { schemas: { A: { $ref: '#/components/schemas/No' } } }\n").Mappings.Should().ContainKey("a");

    [Test]
    public void Aliases_that_would_fill_the_memory_are_refused()
    {
        var bomb = "x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(level => $"x{level}: &x{level} [{string.Join(", ", Enumerable.Repeat($"*x{level - 1}", 10))}]\n"));

        Imported.OfFile("a.yaml", Head + bomb).Notes.Should().ContainSingle().Which.Should().Be("the aliases up to here stand for more than any document holds.");
    }

    [Test]
    public void Aliases_that_are_deep_together_are_refused()
    {
        var anchors = string.Concat(Enumerable.Range(0, 25).Select(level =>
            $"x{level}: &x{level} {new string('[', 50)}{(level == 0 ? "1" : $"*x{level - 1}")}{new string(']', 50)}\n"));

        Imported.OfFile("a.yaml", Head + anchors).Result.Notes.Should().ContainSingle().Which.ToString().Should().Contain("a.yaml:4:59: error: nested more than 64 levels deep.");
    }

    [TestCase(63, false)]
    [TestCase(64, true)]
    [TestCase(190, true)]
    [TestCase(5000, true)]
    public void Document_that_is_deeper_than_the_library_reads_has_its_place(int levels, bool isTooDeep)
    {
        const string Json = """{"openapi":"3.0.0","info":{"title":"t","version":"1"},"paths":{},"x-a":""";
        var deep = new string('[', levels) + new string(']', levels);

        var yaml = Imported.OfFile("a.yaml", Head + $"paths: {{}}\nx-a: {deep}\n").Result;
        var json = Imported.OfFile("a.json", Json + deep + "}").Result;

        yaml.Notes.Any(note => note.ToString().Contains("a.yaml:4:69: error: nested more than 64 levels deep.", StringComparison.Ordinal)).Should().Be(isTooDeep);
        json.Notes.Any(note => note.ToString().Contains($"a.json:1:{Json.Length + 64}: error: nested more than 64 levels deep.", StringComparison.Ordinal)).Should().Be(isTooDeep);
        yaml.Notes.Concat(json.Notes).Should().HaveCount(isTooDeep ? 2 : 0);
    }

    [TestCase("'': { description: d }")]
    [TestCase("'': { description: d }, '200': { description: d }")]
    public void Answer_without_a_status_is_told(string responses)
    {
        var rest = $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ {responses} }} }} }}, /b: {{ get: {{ operationId: b, responses: {{ '200': {{ description: d }} }} }} }} }}\n";

        Imported.Of(rest).Notes.Should().ContainSingle().Which.Should().StartWith("the document is not as OpenAPI has it: Responses key must be 'default', an HTTP status code, ");
        Imported.Of(rest, change: order => order with { Lenient = true }).Mappings.Keys.Should().Contain("b").And.HaveCount(responses.Contains("200", StringComparison.Ordinal) ? 2 : 1);
    }

    [Test]
    public void Aliases_and_merge_keys_are_read() =>
        Imported.Of("x-a: &x { type: integer }\nx-b: &y { operationId: a }\npaths: { /a: { get: { <<: *y, responses: { '200': { description: d, content: { application/json: { schema: *x } } } } } } }\n").Body().Should().Be("1");

    [Test]
    public void Document_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();
        var order = new ImportOrder { File = Path.Combine(folder.Path, "none.yaml"), Folder = Path.Combine(folder.Path, "made") };

        FluentActions.Invoking(() => OpenApiImporter.Run(order)).Should().Throw<ImportRefusedException>().WithMessage("document '*none.yaml' cannot be read: *");
        File.WriteAllBytes(order.File, [0xC3, 0x28]);
        FluentActions.Invoking(() => OpenApiImporter.Run(order)).Should().Throw<ImportRefusedException>().WithMessage("*it is no UTF-8");
        FluentActions.Invoking(() => OpenApiImporter.Run(order with { Folder = order.File })).Should().Throw<ImportRefusedException>().WithMessage("*is a file, and nothing was imported; name a folder");
    }
}
