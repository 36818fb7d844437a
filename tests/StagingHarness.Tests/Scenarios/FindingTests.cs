using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Every message of the language, to the letter: place, line, caret and the way out.</summary>
public sealed class FindingTests
{
    private static IEnumerable<string> Codes => FindingCode.All.Select(code => code.Id);

    [TestCaseSource(nameof(Codes))]
    public void Mistake_is_told_to_the_letter(string code)
    {
        var mistakes = Mistakes.All.Where(mistake => mistake.Code == code).ToList();

        mistakes.Should().NotBeEmpty("each code of the catalogue needs a mistake that it tells");
        GoldenFile.Verify(string.Join("\n\n", mistakes.Select(Told)), $"Scenarios/Findings/{code}.txt");
    }

    [Test]
    public void Catalogue_codes_are_unique_and_in_order()
    {
        Codes.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        FindingCode.All.Select(code => code.Title).Should().OnlyHaveUniqueItems().And.OnlyContain(title => !title.EndsWith('.'));
    }

    private static string Told(Mistake mistake)
    {
        using var fixture = new ScenarioFixture();
        mistake.Make(fixture);

        var result = fixture.Load(mistake.Inputs(fixture));

        result.Findings.Select(finding => finding.Code.Id).Should().Contain(mistake.Code, mistake.What);
        (result.Plan is null).Should().Be(
            result.Findings.Any(finding => finding.Severity == Severity.Error),
            "there is a plan exactly when no finding is an error: {0}",
            mistake.What);
        return $"# {mistake.What}\n{FindingRenderer.Render(result.Findings).Replace($"{fixture.Root}/", "", StringComparison.Ordinal)}";
    }
}
