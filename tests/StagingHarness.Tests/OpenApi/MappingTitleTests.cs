using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.Tests.OpenApi;

/// <summary>By what mappings are called: each once, whatever the document calls its operations.</summary>
public sealed class MappingTitleTests
{
    private const string Ok = "responses: { '200': { description: d } }";

    [Test]
    public void Call_that_is_the_id_of_another_operation_is_numbered()
    {
        var made = Imported.Of($$"""
            paths:
              /a: { get: { operationId: GET /b, {{Ok}} }, put: { operationId: GET /b-2, {{Ok}} } }
              /b: { get: { {{Ok}} } }
              /c: { get: { operationId: GET /b, {{Ok}} } }
            """);

        made.Mappings.Keys.Should().Equal("GET /b", "GET /b-2", "GET /b-3", "GET /c");
        made.FileNames.Should().OnlyHaveUniqueItems();
        made.Notes.Should().Equal(
            "operation 'GET /b' is called 'GET /b-3': another one has that name.",
            "operation 'GET /b' is called 'GET /c': another one has that id.");
    }

    [Test]
    public void Id_that_stood_before_gives_way_to_a_numbered_call()
    {
        var made = Imported.Of($"paths: {{ /a: {{ get: {{ operationId: GET /b, {Ok} }}, put: {{ operationId: token, {Ok} }} }}, /b: {{ get: {{ operationId: token, {Ok} }} }} }}\n");

        made.Mappings.Keys.Should().Equal("GET /b", "PUT /a", "GET /b-2");
        made.Notes.Should().Contain("operation 'token' is called 'GET /b-2': 'token' is what calls of the stand-in's own are counted under.");
    }

    [Test]
    public void Long_paths_that_begin_alike_are_numbered()
    {
        var path = "/" + new string('x', 250);

        var made = Imported.Of($"paths: {{ {path}1: {{ get: {{ {Ok} }} }}, {path}2: {{ get: {{ {Ok} }} }} }}\n");

        made.Mappings.Keys.Should().Equal("GET " + path[..196], "GET " + path[..194] + "-2");
        made.FileNames.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Test]
    public void Long_name_is_not_cut_in_the_middle_of_a_letter() =>
        Imported.Of($"paths: {{ /a: {{ get: {{ operationId: '{new string('x', 199)}\U0001F600', {Ok} }} }} }}\n").Mappings.Keys.Should().Equal(new string('x', 199));
}
