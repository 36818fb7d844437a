using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Tests.OpenApi;

namespace StagingHarness.Tests.Scenarios.Syntax;

/// <summary>YAML of others as the JSON that it stands for.</summary>
public sealed class YamlAsJsonTests
{
    [TestCase("a: 1.50", "1.50")]
    [TestCase("a: 9007199254740993", "9007199254740993")]
    [TestCase("a: 007", "7")]
    [TestCase("a: .5", "0.5")]
    [TestCase("a: +1.", "1")]
    [TestCase("a: 0x1F", "31")]
    [TestCase("a: 1e3", "1e3")]
    [TestCase("a: 2026-01-01", "\"2026-01-01\"")]
    [TestCase("a: 12:30", "\"12:30\"")]
    [TestCase("a: yes", "\"yes\"")]
    [TestCase("a: True", "true")]
    [TestCase("a: '1'", "\"1\"")]
    [TestCase("a: !!str 1", "\"1\"")]
    [TestCase("a: ~", "null")]
    [TestCase("a:", "null")]
    [TestCase("a: .inf", "\".inf\"")]
    [TestCase("a: { url: https://rates.example }", """{"url":"https://rates.example"}""")]
    [TestCase("a: |\n  two\n  lines\n", "\"two\\nlines\\n\"")]
    [TestCase("x: &x { b: 1, c: 2 }\na: { <<: *x, c: 3 }", """{"c":3,"b":1}""")]
    [TestCase("x: &x 1\ny: &y { d: 4 }\na: { e: *x, <<: [*y] }", """{"e":1,"d":4}""")]
    public void Value_is_what_the_core_schema_has(string yaml, string json) => Imported.Text(YamlAsJson.Read(yaml + "\n").Root!["a"]).Should().Be(json);

    [Test]
    public void Places_are_those_of_keys_and_entries() => YamlAsJson.Read("a/b:\n  - 1\n  - c~: 2\n").Places
        .Should().Equal(("/a~1b", 1, 1), ("/a~1b/0", 2, 5), ("/a~1b/1", 3, 5), ("/a~1b/1/c~0", 3, 5));

    [TestCase("a: [\n", "this is not valid YAML: ")]
    [TestCase("? [a]\n: 1\n", "a key is no plain name.")]
    [TestCase("a: *b\n", "alias 'b' stands for nothing that is whole before it.")]
    public void Broken_text_is_told(string yaml, string said) => YamlAsJson.Read(yaml).Broken!.Value.Summary.Should().StartWith(said);

    [TestCase(62, false)]
    [TestCase(63, true)]
    public void Alias_counts_with_the_levels_of_what_it_stands_for(int levels, bool isTooDeep)
    {
        var inner = $"x: &x {new string('[', levels)}{new string(']', levels)}\n";

        var read = YamlAsJson.Read($"{inner}y: *x\nz: [*x]\n");

        (read.Broken is { Line: 3, Summary: "nested more than 64 levels deep." }).Should().Be(isTooDeep);
        (read.Root is null).Should().Be(isTooDeep);
    }

    [Test]
    public void Text_that_is_too_deep_is_told() => YamlAsJson.Read(new string('[', 300) + new string(']', 300)).Broken!.Value.Summary.Should().Be("nested more than 64 levels deep.");
}
