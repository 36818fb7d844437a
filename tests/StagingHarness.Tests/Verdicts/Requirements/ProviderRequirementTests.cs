using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class ProviderRequirementTests
{
    [Test]
    public void Provider_that_knew_every_call_is_met() =>
        Check(RequirementOf.Incident()).Should().Be((Standing.Met, "17 calls, all of them known to the stand-in"));

    [Test]
    public void System_without_a_provider_is_met() =>
        Check(RequirementOf.Incident().WithPlan(plan => plan with { System = plan.System with { Provider = null } }))
            .Should().Be((Standing.Met, "the system has no provider"));

    [Test]
    public void Unmatched_call_is_inconclusive_and_named() =>
        Check(RequirementOf.Incident().Change<ProviderRead>(read => read with { UnmatchedCount = 3, Unmatched = ["GET /userinfo", "GET /userinfo", "GET /userinfo"] }))
            .Should().Be((Standing.Inconclusive, "3 calls that the stand-in does not know: 'GET /userinfo'"));

    [Test]
    public void Mapping_that_came_nearest_to_an_unmatched_call_is_told()
    {
        var record = RequirementOf.Incident().Change<ProviderRead>(read => read with
        {
            UnmatchedCount = 1,
            Unmatched = ["GET /rates"],
            NearMisses = ImmutableSortedDictionary<string, string>.Empty.Add("GET /rates", "'rates' comes nearest, and query parameter 'base' does not fit"),
        });

        Check(record).Should().Be((
            Standing.Inconclusive,
            "1 call that the stand-in does not know: 'GET /rates'; for 'GET /rates', mapping 'rates' comes nearest, and query parameter 'base' does not fit"));
    }

    [Test]
    public void Stub_error_is_inconclusive_and_quoted() =>
        Check(RequirementOf.Incident().Change<ProviderRead>(read => read with { StubErrors = ["template: no such key"] }))
            .Should().Be((Standing.Inconclusive, "1 error inside the stand-in, the first: template: no such key"));

    [Test]
    public void Provider_that_was_not_read_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is ProviderRead))
            .Should().Be((Standing.Inconclusive, "nothing says what the provider has seen"));

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<ProviderRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
