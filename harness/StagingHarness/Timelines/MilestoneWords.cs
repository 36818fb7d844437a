using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Timelines;

/// <summary>What people write in timelines, and the milestone that it tells of.</summary>
internal static class MilestoneWords
{
    // The first that fits: 'successful rollback of the upgrade' tells of the rollback, and 'rollback begins' of its beginning.
    private static readonly (Milestone What, Regex Words)[] Rules =
    [
        (Milestone.Acknowledged, Of(@"\back(nowledg\w*|ed)?\b")),
        (Milestone.RolledBack, Of(@"(success|complet|finish|done).*(roll(ed)?[ -]?back|revert)")),
        (Milestone.RolledBack, Of(@"(roll(ed)?[ -]?back|revert\w*).*(success|complet|finish|done)|rolled[ -]back")),
        (Milestone.RollbackStarted, Of(@"roll(ing)?[ -]?back|revert")),
        (Milestone.RestartStarted, Of(@"restart|reboot")),
        (Milestone.TrafficRestored, Of(@"back online|restored|recover|resolved|back to normal|all clear|service is back|traffic (is )?back")),
        (Milestone.Paged, Of(@"\bpag(er|ed|ing|e)\w*|alert|alarm")),
        (Milestone.OutageStarted, Of(@"outage|down(time)?\b|\berrors?\b|\b5\d\d\b|fail|unavailable")),
        (Milestone.Activated, Of(@"activat|goes? live|went live|cut ?over|switch")),
        (Milestone.UpgradeStarted, Of(@"upgrad|deploy|releas|roll[ -]?out|patch|migrat|implementation")),
    ];

    /// <summary>Null when they tell of none.</summary>
    public static Milestone? Find(string words) => Rules.Where(rule => rule.Words.IsMatch(words)).Select(rule => (Milestone?)rule.What).FirstOrDefault();

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
