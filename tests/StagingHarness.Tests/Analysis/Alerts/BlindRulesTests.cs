using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Alerts;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Alerts;

public sealed class BlindRulesTests
{
    private static readonly AlertWatchEnded Ended = new() { At = TimeSpan.FromMilliseconds(9_800), Evaluations = 30, Until = TimeSpan.FromMilliseconds(9_750) };

    [Test]
    public void Rule_of_which_no_change_was_told_was_blind_throughout()
    {
        var rules = AlertedRun.Incident().Plan.Alerting.Rules.Select(rule => rule.Name).ToList();

        BlindRules.Of(AlertedRun.Calm().With(Ended)).Should().Equal(rules);
        BlindRules.Of(AlertedRun.Incident().With(Ended)).Should().Equal(rules.Where(name => name != "errors"));
    }

    [Test]
    public void Rules_that_were_never_evaluated_are_not_told()
    {
        BlindRules.Of(AlertedRun.Calm()).Should().BeEmpty();
        BlindRules.Of(AlertedRun.Calm().With(Ended with { Evaluations = 0 })).Should().BeEmpty();
    }
}
