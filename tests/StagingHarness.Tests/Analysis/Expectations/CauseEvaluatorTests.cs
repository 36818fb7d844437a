using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class CauseEvaluatorTests
{
    private static readonly CauseExpectationPlan Audience = Expected(facet: SuspectedFacet.Audience);

    [Test]
    public void Facet_that_the_evidence_points_to_is_met()
    {
        var result = Evaluate(Audience, Refused(RefusedTokens.Audience));

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("a suspected cause that names the provider's 'audience'");
        result.Got.Should().Be("the provider's 'audience'; logged Microsoft.IdentityModel.Tokens.SecurityTokenInvalidAudienceException");
    }

    [Test]
    public void Another_facet_is_not_met() => Evaluate(Audience, Refused(RefusedTokens.Issuer)).Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Run_in_which_nothing_failed_names_no_cause()
    {
        var result = Evaluate(Audience, CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("no suspicion");
    }

    [TestCase("Microsoft.IdentityModel.Tokens", Standing.Met)]
    [TestCase("Npgsql", Standing.NotMet)]
    public void Library_is_the_one_that_is_missing(string library, Standing standing) =>
        Evaluate(Expected(library: library), Incident()).Standing.Should().Be(standing);

    [TestCase("2.0", Standing.Met)]
    [TestCase("1.0", Standing.NotMet)]
    public void Release_is_the_one_that_fails(string release, Standing standing) =>
        Evaluate(Expected(release: release), Incident()).Standing.Should().Be(standing);

    [TestCase("strict", Standing.Met)]
    [TestCase("lax", Standing.NotMet)]
    public void Configuration_is_the_one_that_fails(string configuration, Standing standing)
    {
        var configured = Incident()
            .Change<StampSeen>(seen => seen with { Server = seen.Server with { Configuration = ConfigurationOf(seen.Server.Release) } })
            .Change<InstanceAttested>(one => one with { Version = one.Version with { Configuration = ConfigurationOf(one.Version.Release) } });
        var result = Evaluate(Expected() with { Configuration = configuration }, configured);

        result.Standing.Should().Be(standing);
        result.Wanted.Should().Be($"a suspected cause that names configuration '{configuration}'");
    }

    [Test]
    public void Everything_that_is_given_must_be_so() =>
        Evaluate(Expected(SuspectedFacet.Audience, library: "Microsoft.IdentityModel.Tokens"), Incident()).Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Missing_log_is_inconclusive()
    {
        var record = Refused(RefusedTokens.Audience);

        var result = Evaluate(Audience, record with { Logs = [record.Logs[0] with { IsMissing = true }, .. record.Logs.Skip(1)] });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("a log is missing, so that nobody knows what was written there");
    }

    [Test]
    public void Journal_that_is_cut_off_is_inconclusive()
    {
        var record = Refused(RefusedTokens.Audience);

        Evaluate(Audience, record.CutTo(record.Events.Length - 1)).Standing.Should().Be(Standing.Inconclusive);
    }

    private static string ConfigurationOf(string release) => release == "2.0" ? "strict" : "lax";

    private static RunRecord Refused(string line) => RefusedTokens.Record(401, line, line);

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static CauseExpectationPlan Expected(SuspectedFacet? facet = null, string? library = null, string? release = null) => new()
    {
        Number = "E1",
        Name = "The evidence alone points there",
        Place = IncidentPlans.Place(1),
        Facet = facet,
        Library = library,
        Release = release,
    };

    private static ExpectationResult Evaluate(CauseExpectationPlan plan, RunRecord record) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
