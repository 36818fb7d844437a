using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Alerts;

public sealed class AlertPlanTests
{
    [Test]
    public void Rules_of_every_kind_survive_their_form()
    {
        var written = JsonSerializer.Serialize(AlertPlans.All, PlanJson.Options);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<AlertingPlan>(written, PlanJson.Options), PlanJson.Options).Should().Be(written);
        GoldenFile.Verify(written + "\n", "Analysis/alert-plans.json");
    }

    [Test]
    public void Rules_of_every_kind_have_words_and_thresholds_around_them()
    {
        var pending = AlertPlans.Wrong with { For = new IncidentDuration(2) };
        var lines = AlertPlans.All.Rules.Add(pending).Select(rule =>
            $"{AlertWords.Rule(rule)}\n  {string.Join(", ", AlertThresholds.Around(rule).Select(AlertWords.Threshold))}\n"
            + $"  {AlertWords.Reading(rule, new AlertReading(0.5, 1, 100, 20))}; {AlertWords.Reading(rule, new AlertReading(0, 1, 3, 20))}\n");

        GoldenFile.Verify(string.Concat(lines), "Analysis/alert-words.txt");
    }

    [Test]
    public void Thresholds_around_a_rule_always_hold_its_own()
    {
        var unreachable = AlertPlans.BurnRate with { Above = 200 };

        AlertThresholds.Around(unreachable).Should().Contain(unreachable);
    }
}
