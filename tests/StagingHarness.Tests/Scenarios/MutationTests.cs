using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Whatever an author types: a plan or findings, and never an exception.</summary>
public sealed class MutationTests
{
    private const int Mutations = 500;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", "- ", "\n", "  ", "\t", "\"", "'", "&a ", "*a", "<<: ", "!!map ", "? ", "|", ">", "---\n", "...\n", "#", "%",
        "null", "~", "2.0", "-1", "1e999", "99999999999999999999", "5 min", "250ms", "\0", "\u2028", "at: \"24:00\"", "begins: upgraded",
    ];

    [TestCase(ScenarioFixture.ScenarioFile, false, 20230513)]
    [TestCase(ScenarioFixture.SystemFile, false, 4711)]
    [TestCase(ScenarioFixture.ScenarioFile, true, 1508)]
    [TestCase(ScenarioFixture.SystemFile, true, 1909)]
    public void Mutated_file_gives_a_plan_or_findings_and_never_throws(string file, bool isOfImages, int seed)
    {
        using var fixture = new ScenarioFixture();
        if (isOfImages)
        {
            ImageSystem.Write(fixture);
        }

        var original = File.ReadAllText(fixture.PathOf(file));
        var broken = 0;
        for (var number = 0; number < Mutations; number++)
        {
            var text = Mutate(original, new Sequence(seed + number));
            fixture.Write(file, text);
            var load = () => fixture.Load();

            var result = load.Should().NotThrow("mutation {0} is\n{1}", number, text).Subject;
            (result.Plan is null).Should().Be(result.Findings.Any(finding => finding.Severity == Severity.Error));
            FindingRenderer.Render(result.Findings).Should().NotContain(fixture.Root);
            broken += result.Plan is null ? 1 : 0;
        }

        broken.Should().BeGreaterThan(Mutations / 2, "mutations that break nothing try nothing");
    }

    [Test]
    public void Mutated_strategies_give_a_plan_or_findings_and_never_throw()
    {
        using var fixture = new ScenarioFixture();
        for (var number = 0; number < Mutations; number++)
        {
            var text = Mutate(StrategyFixture.Everything, new Sequence(31337 + number));
            fixture.Write(ScenarioFixture.ScenarioFile, text);
            var load = () => fixture.Load();

            var result = load.Should().NotThrow("mutation {0} is\n{1}", number, text).Subject;
            (result.Plan is null).Should().Be(result.Findings.Any(finding => finding.Severity == Severity.Error));
        }
    }

    private static string Mutate(string text, Sequence chance)
    {
        for (var edits = 1 + chance.Next(3); edits > 0; edits--)
        {
            var at = chance.Next(text.Length);
            var length = Math.Min(text.Length - at, chance.Next(30));
            var other = chance.Next(text.Length);
            text = chance.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Fragments[chance.Next(Fragments.Length)]),
                2 => text.Insert(other, text.Substring(at, length)),
                _ => text[..at] + (char)(text[at] ^ (1 << chance.Next(7))) + text[(at + 1)..],
            };
        }

        return text;
    }
}
