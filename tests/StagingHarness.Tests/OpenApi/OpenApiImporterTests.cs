using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.OpenApi;
using StagingHarness.OpenApi.Folders;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.OpenApi;

/// <summary>Operations become mappings: what they ask of calls, what they answer, and how they are called.</summary>
public sealed class OpenApiImporterTests
{
    private const string Ok = "responses: { '200': { description: d } }";

    [TestCase("/rates", "ExactMatcher", "/rates")]
    [TestCase("/rates/{base}", "RegexMatcher", "^/rates/[^/]+$")]
    [TestCase("/{a}/x.y/{b}", "RegexMatcher", @"^/[^/]+/x\.y/[^/]+$")]
    [TestCase("/files/{name}.json", "RegexMatcher", @"^/files/[^/]+\.json$")]
    [TestCase("/a b/{c}", "RegexMatcher", "^/a.b/[^/]+$")]
    [TestCase("/a%20b+c", "WildcardMatcher", "/a?b?c")]
    public void Path_asks_for_its_segments(string path, string matcher, string pattern) =>
        Imported.Of($"paths: {{ '{path}': {{ get: {{ operationId: a, {Ok} }} }} }}\n")["a"]["Request"]!["Path"]!["Matchers"]![0]!.AsObject()
            .Select(member => member.Value!.GetValue<string>()).Should().Equal(matcher, pattern);

    [Test]
    public void Path_that_says_more_goes_first()
    {
        var made = Imported.Of($$"""
            paths:
              /users/{id}: { get: { operationId: one, parameters: [{ name: q, in: query, required: true, schema: { type: string } }], {{Ok}} } }
              /users/me: { get: { operationId: me, {{Ok}} } }
              /users/{id}.json: { get: { operationId: file, {{Ok}} } }
            """);

        made.Mappings.OrderBy(mapping => mapping.Value["Priority"]!.GetValue<int>()).Select(mapping => mapping.Key).Should().Equal("me", "file", "one");
    }

    [Test]
    public void Call_must_have_what_the_document_says_and_no_more()
    {
        var made = Imported.Of($$"""
            paths:
              /a:
                parameters:
                  - { name: base, in: query, required: true, schema: { type: string } }
                  - { name: both, in: query, required: true, schema: { type: string } }
                post:
                  operationId: a
                  parameters:
                    - { name: both, in: query, schema: { type: string } }
                    - { name: X-Tenant, in: header, required: true, schema: { type: string } }
                    - { name: X-Trace, in: header, schema: { type: string } }
                    - { name: Authorization, in: header, required: true, schema: { type: string } }
                    - { name: session, in: cookie, required: true, schema: { type: string } }
                    - { name: filter, in: query, required: true, style: deepObject, schema: { type: object } }
                  requestBody: { required: true, content: { application/json; charset=utf-8: {}, 'application/x-www-form-urlencoded': {} } }
                  {{Ok}}
            """);

        Imported.Text(made["a"]["Request"]).Should().Be(
            """{"Path":{"Matchers":[{"Name":"ExactMatcher","Pattern":"/a"}]},"Methods":["POST"],"Params":[{"Name":"base","Matchers":[{"Name":"WildcardMatcher","Pattern":"*","IgnoreCase":true}]}],"""
            + """ "Headers":[{"Name":"X-Tenant","Matchers":[{"Name":"WildcardMatcher","Pattern":"*","IgnoreCase":true}]},""".TrimStart()
            + """{"Name":"Content-Type","Matchers":[{"Name":"WildcardMatcher","Pattern":"application/json*","IgnoreCase":true},{"Name":"WildcardMatcher","Pattern":"application/x-www-form-urlencoded*","IgnoreCase":true}]}]}""");
        made.Notes.Should().Equal(
            "cookies that a call must have are not asked for: 'session' of 'a'.",
            "parameters that are spread over several names are not asked for: 'filter' of 'a'.");
    }

    [TestCase("'404': { description: d }, '201': { description: d }, '200': { description: d }", 200)]
    [TestCase("'404': { description: d }, 2XX: { description: d }", 200)]
    [TestCase("'404': { description: d }, '302': { description: d }, default: { description: d }", 302)]
    [TestCase("'404': { description: d }, default: { description: d }", 200)]
    [TestCase("'503': { description: d }, '404': { description: d }", 404)]
    [TestCase("5XX: { description: d }", 500)]
    public void First_success_is_answered(string responses, int status) =>
        Imported.Of($"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ {responses} }} }} }} }}\n")["a"]["Response"]!["StatusCode"]!.GetValue<int>().Should().Be(status);

    [Test]
    public void Other_answers_are_named_in_the_description() =>
        Imported.Of("paths: { /a: { get: { operationId: a, responses: { default: { description: d }, '200': { description: d }, '404': { description: d } } } } }\n")["a"]["Description"]!.GetValue<string>()
            .Should().Be("The document also has 404, default.");

    [TestCase("application/json: { example: { a: 1.50, at: 2026-01-01T00:00:00+02:00 }, schema: { type: string } }", "application/json", """{"a":1.50,"at":"2026-01-01T00:00:00+02:00"}""")]
    [TestCase("application/json: { examples: { first: { value: [1, null] }, other: { value: 2 } } }", "application/json", "[1,null]")]
    [TestCase("application/json: { example: '{\"a\": 1.50}' }", "application/json", "{\"a\": 1.50}")]
    [TestCase("application/json: { example: 'no json' }", "application/json", "\"no json\"")]
    [TestCase("text/csv: { example: 'a;b' }, application/problem+json: { example: { a: 1 } }", "application/problem+json", """{"a":1}""")]
    [TestCase("application/xml: { example: '<a/>' }", "application/xml", "<a/>")]
    [TestCase("text/plain: { schema: { type: integer } }", "text/plain", "1")]
    [TestCase("text/plain: { schema: { type: string } }", "text/plain", "string")]
    [TestCase("'*/*': { schema: { type: string } }", "application/json", "\"string\"")]
    [TestCase("application/json: {}", "application/json", null)]
    public void Body_is_the_example_else_made_up(string content, string type, string? body)
    {
        var made = Imported.Of($"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: d, content: {{ {content} }} }} }} }} }} }}\n");

        made["a"]["Response"]!["Headers"]!["Content-Type"]!.GetValue<string>().Should().Be(type);
        made.Body().Should().Be(body);
        made.Notes.Should().BeEmpty();
    }

    [TestCase("application/xml: { schema: { type: object, properties: { a: { type: string } } } }")]
    [TestCase("image/png: { schema: { type: string, format: binary } }")]
    public void Body_that_cannot_be_made_up_is_told(string content)
    {
        var made = Imported.Of($"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: d, content: {{ {content} }} }} }} }} }} }}\n");

        made.Body().Should().BeNull();
        made.Notes.Should().Equal("answers have no body, of 'a'.");
    }

    [TestCase("get", "'204': { description: d, content: { application/json: { example: 1 } } }")]
    [TestCase("head", "'200': { description: d, content: { application/json: { example: 1 } } }")]
    public void Answer_that_cannot_have_a_body_has_none(string method, string responses) =>
        Imported.Of($"paths: {{ /a: {{ {method}: {{ operationId: a, responses: {{ {responses} }} }} }} }}\n")["a"]["Response"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be("StatusCode");

    [Test]
    public void Headers_with_an_example_are_answered_and_those_that_must_be_there()
    {
        var made = Imported.Of("""
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: d
                      headers:
                        Cache-Control: { example: no-store }
                        Retry-After: { schema: { type: integer, default: 7 } }
                        X-List: { schema: { type: array, example: [1, b] } }
                        X-Must: { required: true, schema: { type: string } }
                        X-May: { schema: { type: string } }
                        Content-Length: { example: 3 }
                        Set-Cookie: { example: session=s3cret-1; Path=/ }
            """);

        Imported.Text(made["a"]["Response"]!["Headers"]).Should().Be(
            """{"Cache-Control":"no-store","Retry-After":"7","X-List":"1,b","X-Must":"string","Set-Cookie":"session=[redacted]; Path=/"}""");
        made.Result.Hidden.Should().Equal(new Dictionary<string, int> { ["Set-Cookie"] = 1 });
    }

    [TestCase("[{ url: 'https://rates.example/v1/' }]", "/v1/a")]
    [TestCase("[{ url: /v2 }, { url: /v3 }]", "/v2/a")]
    [TestCase("[{ url: 'https://{region}.rates.example/{version}', variables: { region: { default: eu }, version: { default: v4 } } }]", "/v4/a")]
    [TestCase("[{ url: 'https://rates.example' }]", "/a")]
    [TestCase("[]", "/a")]
    public void Path_begins_as_the_first_server_has_it(string servers, string path)
    {
        var text = $"servers: {servers}\npaths: {{ /a: {{ get: {{ {Ok} }} }} }}\n";

        Imported.Of(text).Mappings.Should().ContainKey($"GET {path}");
        Imported.Of(text, change: order => order with { BasePath = "/mine" }).Mappings.Should().ContainKey("GET /mine/a");
        Imported.Of(text, change: order => order with { BasePath = "" }).Mappings.Should().ContainKey("GET /a");
    }

    [Test]
    public void Names_are_ids_else_calls_and_each_stands_once()
    {
        var made = Imported.Of($$"""
            paths:
              /a: { get: { operationId: getA, {{Ok}} }, put: { operationId: GetA, {{Ok}} }, post: { operationId: getA, {{Ok}} }, patch: { {{Ok}} } }
              /b: { get: { operationId: token, {{Ok}} } }
              /c/{id}: { get: { operationId: 'a/b: c', {{Ok}} } }
            """);

        made.Mappings.Keys.Should().Equal("getA", "GetA", "POST /a", "PATCH /a", "GET /b", "a/b: c");
        made.FileNames.Should().Equal("getA.json", "GetA-2.json", "POST-a.json", "PATCH-a.json", "GET-b.json", "a-b-c.json");
        made.Notes.Should().Equal(
            "operation 'getA' is called 'POST /a': another one has that id.",
            "operation 'token' is called 'GET /b': 'token' is what calls of the stand-in's own are counted under.");
    }

    [Test]
    public void Operation_at_a_path_of_the_stand_in_is_left_out()
    {
        var made = Imported.Of($"paths: {{ /token: {{ post: {{ operationId: a, {Ok} }} }}, /b: {{ get: {{ operationId: b, {Ok} }} }} }}\n");

        made.Result.Operations.Should().Be(2);
        made.Mappings.Keys.Should().Equal("b");
        made.Result.LeftOut.Should().Equal(("a", "there the stand-in answers itself, as its endpoint 'token'"));
    }

    [Test]
    public void Path_that_is_none_is_left_out()
    {
        var made = Imported.Of($"paths: {{ '/a#b': {{ get: {{ operationId: a, {Ok} }} }}, '/b?x={{x}}': {{ get: {{ operationId: b, {Ok} }} }}, /c: {{ get: {{ operationId: c, {Ok} }} }} }}\n");

        made.Mappings.Keys.Should().Equal("c");
        made.Result.LeftOut.Should().Equal(("a", "its path is none"), ("b", "its path is none"));
        made.Notes.Should().Equal("no path has a query or a fragment, as these have: '/a#b', '/b?x={x}'.");
    }

    [TestCase("getA", "getA")]
    [TestCase("get*", "getA,getB")]
    [TestCase("GET /b", "getB")]
    [TestCase("* /a", "getA,postA")]
    [TestCase("none", "")]
    public void Only_those_that_are_named_are_imported(string only, string titles) => string.Join(',', Imported.Of(
        $"paths: {{ /a: {{ get: {{ operationId: getA, {Ok} }}, post: {{ operationId: postA, {Ok} }} }}, /b: {{ get: {{ operationId: getB, {Ok} }} }} }}\n",
        change: order => order with { Only = [only] }).Mappings.Keys).Should().Be(titles);

    [Test]
    public void What_no_mapping_does_is_told_once_each()
    {
        var made = Imported.Of("""
            security: [{ key: [] }]
            paths:
              /a:
                get: { operationId: a, callbacks: { heard: { '{$request.body#/url}': { post: { responses: { '200': { description: d } } } } } }, responses: { '200': { description: d, links: { next: { operationId: b } } } } }
              /b:
                get: { operationId: b, security: [], callbacks: { heard: { '{$request.body#/url}': { post: { responses: { '200': { description: d } } } } } }, responses: { '200': { description: d, content: { application/json: { examples: { far: { externalValue: far.json } } } } } } }
            webhooks: { paid: { post: { responses: { '200': { description: d } } } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """, "3.1.0");

        made.Notes.Should().Equal(
            "credentials are not asked for: 'key'.",
            "callbacks are left out, of 'a', 'b'.",
            "links between answers are left out, of 'a'.",
            "examples that stand elsewhere are not read: 'far' of 'b'.",
            "webhooks are left out: 'paid'.");
        made.Mappings.Should().HaveCount(2);
    }

    [Test]
    public void Secret_of_an_example_is_hidden_in_those_before_it_too()
    {
        var made = Imported.Of("""
            paths:
              /a: { get: { operationId: a, responses: { '200': { description: d, content: { application/json: { example: { word: is s3cret-1 } } } } } } }
              /b: { get: { operationId: b, responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { api_key: { type: string, example: s3cret-1 }, pin: { type: string, default: '123456' }, token: { type: string } } } } } } } } }
              /c: { get: { operationId: c, responses: { '200': { description: d, content: { application/json: { example: { any: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl, s3cret-1: 1 } } } } } } }
            """, change: order => order with { Hide = ["pin"] });

        made.Body().Should().Be("""{"word":"is [redacted]"}""");
        made.Body("b").Should().Be("""{"api_key":"[redacted]","pin":"[redacted]","token":"string"}""", "what is made up is no secret");
        made.Result.LeftOut.Should().Equal(("c", "a secret would be left in it"));
        made.Result.Hidden.Keys.Should().Contain("api_key").And.Contain("pin");
    }

    [Test]
    public void Json_and_swagger_are_read_as_well()
    {
        var json = Imported.OfFile("rates.json", """{"openapi":"3.0.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"operationId":"a","responses":{"200":{"description":"d","content":{"application/json":{"example":{"x":1.50,"n":null}}}}}}}}}""");
        json.Body().Should().Be("""{"x":1.50,"n":null}""");

        var swagger = Imported.OfFile("rates.yml", """
            swagger: '2.0'
            info: { title: t, version: '1' }
            host: rates.example
            basePath: /v1
            schemes: [https]
            produces: [application/json]
            paths:
              /a:
                post:
                  consumes: [application/json]
                  parameters: [{ name: b, in: body, required: true, schema: { type: object } }, { name: q, in: query, required: true, type: string }]
                  responses: { 200: { description: d, schema: { $ref: '#/definitions/A' } } }
            definitions: { A: { type: object, properties: { x: { type: string, example: hi } } } }
            """);
        swagger.Body("POST /v1/a").Should().Be("""{"x":"hi"}""");
        Imported.Text(swagger["POST /v1/a"]["Request"]).Should().Contain("\"Params\":[{\"Name\":\"q\",").And.Contain("application/json*");
    }

    [Test]
    public void Files_that_are_there_are_not_replaced_unless_that_is_said()
    {
        using var folder = new TemporaryFolder();
        var document = Path.Combine(folder.Path, "a.yaml");
        File.WriteAllText(document, $"openapi: 3.0.0\ninfo: {{ title: t, version: '1' }}\npaths: {{ /a: {{ get: {{ operationId: a, {Ok} }} }} }}\n");
        var order = new ImportOrder { File = document, Folder = Path.Combine(folder.Path, "made") };
        OpenApiImporter.Run(order).Files.Should().ContainSingle();
        var made = Path.Combine(order.Folder, "a.json");
        File.WriteAllText(made, "mine");
        File.WriteAllText(Path.Combine(order.Folder, "own.json"), "{}");

        FluentActions.Invoking(() => OpenApiImporter.Run(order)).Should().Throw<ImportRefusedException>().WithMessage("*a.json' is there already, and nothing was imported; choose another folder, or replace files with '--force'");
        File.ReadAllText(made).Should().Be("mine");

        OpenApiImporter.Run(order with { Force = true }).Others.Should().Equal("own.json");
        JsonNode.Parse(File.ReadAllText(made))!["Title"]!.GetValue<string>().Should().Be("a");
        Directory.EnumerateFiles(order.Folder).Should().HaveCount(2);
    }

    [Test]
    public void Same_document_gives_the_same_bytes()
    {
        var document = File.ReadAllText(Path.Combine(Checkout.Root, "scenarios/systems/price-desk/rates/v1.openapi.yaml"));

        JsonSerializer.Serialize(Imported.OfFile("a.yaml", document).Mappings).Should().Be(JsonSerializer.Serialize(Imported.OfFile("a.yaml", document).Mappings));
    }
}
