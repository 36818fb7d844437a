using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Explanations;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Each finding has a page, and its examples are what they are said to be.</summary>
public sealed class ExplanationTests
{
    private static IEnumerable<string> Codes => FindingCode.All.Select(code => code.Id);

    [TestCaseSource(nameof(Codes))]
    public void Wrong_example_is_told_so_and_the_right_one_is_not(string code)
    {
        var page = FindingPages.Of(code);

        var wrong = ExampleFixture.Load(page.Wrong);
        var right = ExampleFixture.Load(page.Right);

        page.Meaning.Should().NotBeEmpty();
        page.Meaning.Split('\n').Should().OnlyContain(line => line.Length <= 118, "it is read in a terminal");
        page.Wrong.Should().NotBeEmpty();
        wrong.Select(finding => finding.Code.Id).Should().Contain(code);
        FindingRenderer.Render(right).Should().BeEmpty();
    }

    [Test]
    public void Page_reads_like_this() => GoldenFile.Verify(FindingPageText.Print(FindingPages.Of("SH0039")), "Scenarios/explain.txt");

    [Test]
    public void List_names_every_code_with_its_title() => FindingPageText.List(FindingCode.All).Split('\n').Should().HaveCount(FindingCode.All.Length)
        .And.Contain("SH0008  warning  The file name does not tell what the file is");
}
