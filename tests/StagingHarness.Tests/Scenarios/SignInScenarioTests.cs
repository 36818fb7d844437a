using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Files;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What the page says of the scenarios about sign-in is counted here: how many there are, that each has a twin, and how many causes are named.</summary>
public sealed partial class SignInScenarioTests
{
    private const int LeastBad = 32;

    private static readonly ImmutableSortedDictionary<string, ScenarioPlan> Plans = Directory
        .EnumerateFiles(Folder, "*.scenario.yaml")
        .ToImmutableSortedDictionary(
            file => Path.GetFileName(file).Replace(".scenario.yaml", "", StringComparison.Ordinal),
            file => ScenarioLoader.Load(file, []).Plan ?? throw new InvalidOperationException($"'{file}' is not valid."),
            StringComparer.Ordinal);

    private static string Folder => Path.Combine(Checkout.Root, "scenarios", "auth");

    private static IEnumerable<string> Bad => Plans.Where(plan => plan.Value.Intent == Intent.Reproduce).Select(plan => plan.Key);

    [Test]
    public void There_are_so_many_ways_to_break_it() => Bad.Count().Should().BeGreaterThanOrEqualTo(LeastBad);

    [Test]
    public void Nineteen_of_twenty_name_their_cause()
    {
        var unnamed = Bad.Where(name => !Plans[name].Expectations.OfType<CauseExpectationPlan>().Any(cause => !cause.ReportOnly)).ToList();

        (unnamed.Count * 20).Should().BeLessThanOrEqualTo(Bad.Count(), "of the others, these name none: {0}", string.Join(", ", unnamed));
    }

    [TestCaseSource(nameof(Bad))]
    public void Each_has_a_twin_that_protects_and_stands_on_the_page(string name)
    {
        var twin = Twin().Match(CommentOf(name)).Groups["name"].Value;

        Plans.Should().ContainKey(twin, "'{0}' says 'Its twin: {1}'", name, twin);
        Plans[twin].Intent.Should().Be(Intent.Protect);
        LanguagePage.Text.Should().Contain($"`auth/{name}`").And.Contain($"{twin}`");
    }

    /// <summary>In one line.</summary>
    private static string CommentOf(string name) => string.Join(
        ' ', File.ReadLines(Path.Combine(Folder, $"{name}.scenario.yaml")).TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()));

    [GeneratedRegex(@"Its twin: (?<name>[a-z0-9-]+)")]
    private static partial Regex Twin();
}
