using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Verdicts;

namespace StagingHarness.ScenarioTests;

/// <summary>
/// What reproduces a failure must not find it where nothing was changed: the same scenarios with providers that stay as they are, and with the
/// good release in the place of the bad one, are NOT REPRODUCED.
/// </summary>
[TestFixture]
[Category("Nightly")]
public sealed partial class ScenariosWithoutTheirChange
{
    private static IEnumerable<string> Reproducing => Directory
        .EnumerateFiles(Path.Combine(ShippedScenario.Root, "scenarios/auth"), "*.scenario.yaml")
        .Where(file => File.ReadAllText(file).Contains("\nintent: reproduce\n", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(ShippedScenario.Root, file))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Reproducing))]
    public async Task Scenario_without_its_change_is_not_reproduced(string file)
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        var path = Path.Combine(ShippedScenario.Root, file);
        var overlay = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(overlay, WithoutChange(await File.ReadAllTextAsync(path, cancellationToken)), cancellationToken);
            var result = await ShippedScenario.RehearseAsync(file, new ScenarioInputs { OverrideFiles = [overlay] }, cancellationToken);

            result.Verdict.Outcome.Should().Be(Outcome.Failed, result.Verdict.Sentence);
            WhatClientsGot(result.Verdict).Should().Contain(Standing.NotMet, "a page or a cause that is missing is not the described failure: {0}", result.Verdict.Sentence);
        }
        finally
        {
            File.Delete(overlay);
        }
    }

    /// <summary>What came of the expectations that describe the failure as clients see it.</summary>
    private static IEnumerable<Standing> WhatClientsGot(Verdict verdict) => verdict.Analysis.Record.Plan.Expectations
        .Zip(verdict.Expectations)
        .Where(pair => pair.First is AnswersExpectationPlan)
        .Select(pair => pair.Second.Standing);

    /// <summary>Laid over the scenario: the same steps, in which the provider is told what it does anyway, or an upgrade to the good release.</summary>
    private static string WithoutChange(string scenario) => Upgrade().Match(scenario) is { Success: true }
        ? $"upgrade: {{ to: {{ release: \"2.0\" }} }}\n{Expectations().Match(scenario).Value}"
        : ProviderStep().Replace(Steps().Match(scenario).Value, step => PhaseBegun().Match(step.Value) is { Success: true } begun
            ? $"  - provider: {{ token-lifetime: 1h, {begun.Value} }}\n"
            : "  - provider: { token-lifetime: 1h }\n");

    [GeneratedRegex(@"^upgrade:\n", RegexOptions.Multiline)]
    private static partial Regex Upgrade();

    /// <summary>All but the cause, which names a release that is not there.</summary>
    [GeneratedRegex(@"^expect:\n(?s:.*?)(?=^  - name: The evidence alone)", RegexOptions.Multiline)]
    private static partial Regex Expectations();

    [GeneratedRegex(@"^steps:\n(?:  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^  - provider: .*\n", RegexOptions.Multiline)]
    private static partial Regex ProviderStep();

    [GeneratedRegex(@"begins: [a-z0-9-]+")]
    private static partial Regex PhaseBegun();
}
