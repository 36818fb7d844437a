using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Every key that the fixtures write, with every kind of value below it.</summary>
public sealed class KeyTests
{
    private static readonly string[] Inputs =
    [
        "", "~", "\"\"", "word", "true", "false", "0", "-1", "99999999999999999999", "1e999", "5 min", "2s", "/", "/a/b", "../..", "a:b", "(",
        "\"{services.web.host}\"", "\"\\u0000\"", "\"\\u001b[2J\"", "[]", "[a]", "[[a]]", "[{ a: b }]", "{}", "{ a: b }", "{ path: /a }", "*a",
    ];

    // A single value, a list of single values, named values: none of them is written like this.
    private const string NeverWanted = "[[{ a: [b] }]]";

    private static IEnumerable<TestCaseData> Keys =>
        from text in (string[])[ScenarioFixture.Scenario, ScenarioFixture.System, ImageSystem.System, ExpectationScenario.Text, StrategyFixture.Everything]
        let isImages = text is ImageSystem.System
        let file = text is ScenarioFixture.System or ImageSystem.System ? ScenarioFixture.SystemFile : ScenarioFixture.ScenarioFile
        from value in WrittenValue.In(text)
        where text != ExpectationScenario.Text || value.Start > text.IndexOf("expect:", StringComparison.Ordinal)
        select new TestCaseData(isImages, file, value).SetArgDisplayNames(Name(text), Path.GetFileName(file), value.ToString());

    private static string Name(string text) =>
        text == StrategyFixture.Everything ? "strategies"
        : text == ExpectationScenario.Text ? "expectations"
        : text == ImageSystem.System ? "images"
        : "shop";

    [TestCaseSource(nameof(Keys))]
    public void Key_with_any_value_gives_a_plan_or_findings_and_never_throws(bool isImages, string file, object written)
    {
        var value = (WrittenValue)written;
        using var fixture = new ScenarioFixture();
        if (isImages)
        {
            ImageSystem.Write(fixture);
        }

        var problems = Inputs.Append(new string('x', 3000)).SelectMany(input => Problems(fixture, file, value.With(input))).ToList();
        problems.Should().BeEmpty();
        var refused = fixture.LoadWith(file, value.With(NeverWanted));
        refused.Plan.Should().BeNull();
        refused.Findings.Should().Contain(
            finding => finding.File == file && finding.Line == value.Line,
            "the finding stands where '{0}' is written",
            value.Key);
    }

    private static IEnumerable<string> Problems(ScenarioFixture fixture, string file, string text)
    {
        var result = fixture.LoadWith(file, text);
        var told = FindingRenderer.Render(result.Findings);
        var problem = result switch
        {
            _ when (result.Plan is null) != result.Findings.Any(finding => finding.Severity == Severity.Error) => "a plan with errors, or none without",
            _ when result.Findings.Any(finding => !finding.Summary.EndsWith('.')) => "a summary that is no sentence",
            _ when result.Findings.Any(finding => finding is not { Line: >= 1, Column: >= 1, Length: >= 1 }) => "a finding outside the text",
            _ when told.Contains(fixture.Root, StringComparison.Ordinal) => "a path of this machine",
            _ when told.Any(character => char.IsControl(character) && character != '\n') => "a character that a terminal acts on",
            _ when Array.Exists(told.Split('\n'), line => line.Length > 1000) => "a line that fills the screen",
            _ => null,
        };
        return problem is null ? [] : [$"{problem}:\n{told}\nThe file is\n{text}"];
    }
}
