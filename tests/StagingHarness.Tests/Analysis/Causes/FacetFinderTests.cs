using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Causes;

/// <summary>The suspected facet follows from what servers answered and wrote, and from nothing that the harness did.</summary>
public sealed class FacetFinderTests
{
    [TestCase(401, RefusedTokens.Audience, SuspectedFacet.Audience)]
    [TestCase(401, RefusedTokens.Issuer, SuspectedFacet.Issuer)]
    [TestCase(401, RefusedTokens.Algorithm, SuspectedFacet.SignWith)]
    [TestCase(401, RefusedTokens.NotYetValid, SuspectedFacet.Clock)]
    [TestCase(401, RefusedTokens.Opaque, SuspectedFacet.TokenAnswer)]
    [TestCase(401, RefusedTokens.UnknownKey, SuspectedFacet.KeySet)]
    [TestCase(500, RefusedTokens.NoSubject, SuspectedFacet.Claims)]
    public void Reason_that_servers_write_names_the_facet(int status, string line, SuspectedFacet facet) =>
        Find(RefusedTokens.Record((ushort)status, line, line)).Should().Be(facet);

    [TestCase(403)]
    [TestCase(431)]
    public void Valid_tokens_that_are_not_enough_or_too_much_point_to_what_they_claim(int status) =>
        Find(RefusedTokens.Record((ushort)status, null, null)).Should().Be(SuspectedFacet.Claims);

    [Test]
    public void Key_that_only_running_servers_miss_has_changed() =>
        Find(RefusedTokens.Record(401, RefusedTokens.UnknownKey, null)).Should().Be(SuspectedFacet.RotateKeys);

    [Test]
    public void Key_that_only_new_servers_miss_was_withdrawn() =>
        Find(RefusedTokens.Record(401, null, RefusedTokens.UnknownKey)).Should().Be(SuspectedFacet.RotateKeys);

    [TestCase(54, 54, SuspectedFacet.Jwks)]
    [TestCase(54, 2, SuspectedFacet.Discovery)]
    public void Missing_metadata_is_told_apart_by_what_was_asked_for(long discovery, long jwks, SuspectedFacet facet) =>
        Find(RefusedTokens.Record(401, null, RefusedTokens.NoMetadata).Called(discovery, jwks)).Should().Be(facet);

    [TestCase(true, 8, SuspectedFacet.Certificate)]
    [TestCase(true, 9, SuspectedFacet.Jwks)]
    [TestCase(false, 8, SuspectedFacet.Jwks)]
    public void Provider_with_tls_that_none_of_eight_servers_reached_twice_is_out_of_reach(bool tls, long discovery, SuspectedFacet facet) =>
        Find(RefusedTokens.Record(401, null, RefusedTokens.NoMetadata)
                .Called(discovery, discovery)
                .WithPlan(plan => plan with { System = plan.System with { Provider = plan.System.Provider! with { Tls = tls } } }))
            .Should().Be(facet);

    [Test]
    public void Provider_with_tls_that_shows_no_keys_was_reached() =>
        Find(RefusedTokens.Record(401, null, RefusedTokens.NoMetadata.Replace("IDX10204", "IDX10500", StringComparison.Ordinal))
                .Called(8, 8)
                .WithPlan(plan => plan with { System = plan.System with { Provider = plan.System.Provider! with { Tls = true } } }))
            .Should().Be(SuspectedFacet.KeySet);

    [Test]
    public void Steps_and_changes_of_the_provider_are_no_evidence()
    {
        var record = RefusedTokens.Record(401, RefusedTokens.Audience, RefusedTokens.Audience);
        var withheld = record.Without(happened => happened is ProviderChanged);
        var misled = record.With(new ProviderChanged
        {
            At = TimeSpan.FromSeconds(2),
            ClockOffset = TimeSpan.FromHours(1),
            TokenLifetime = TimeSpan.FromHours(1),
            SigningKey = "other",
            PublishedKeys = [],
        });

        new[] { Find(withheld), Find(misled) }.Should().AllBeEquivalentTo(SuspectedFacet.Audience);
    }

    [Test]
    public void Answers_without_a_word_point_nowhere() =>
        Find(RefusedTokens.Record(401, null, null)).Should().BeNull();

    [Test]
    public void Code_that_is_not_known_points_nowhere() =>
        Find(RefusedTokens.Record(401, "      Access token refused: IDX19999: Something new.", null)).Should().BeNull();

    [Test]
    public void Exception_of_another_trade_points_nowhere() =>
        Find(RefusedTokens.Record(500, "      Npgsql.PostgresException: 42703: column \"quantity\" does not exist", null)).Should().BeNull();

    [Test]
    public void Version_that_differs_speaks_before_the_provider()
    {
        var upgraded = IncidentRun.Record(IncidentPlans.Replay());

        Find(upgraded with { Logs = [.. upgraded.Logs.Where(log => log.Generation == 1)] }).Should().BeNull();
    }

    [Test]
    public void System_without_a_provider_has_no_facet()
    {
        var alone = RefusedTokens.Record(403, null, null).WithPlan(plan => plan with { System = plan.System with { Provider = null } });

        Find(alone).Should().BeNull();
    }

    [TestCase(RefusedTokens.ClientExpired, SuspectedFacet.ClientSecrets)]
    [TestCase(RefusedTokens.ClientMethod, SuspectedFacet.ClientAuthentication)]
    [TestCase(RefusedTokens.TokenUnread, SuspectedFacet.TokenAnswer)]
    [TestCase(RefusedTokens.TokenByGet, SuspectedFacet.Token)]
    public void Token_that_a_service_did_not_get_names_what_was_in_the_way(string line, SuspectedFacet facet)
    {
        Find(RefusedTokens.Record(500, line, line)).Should().Be(facet);
        Find(RefusedTokens.Record(502, line, line)).Should().Be(facet);
        Find(RefusedTokens.Record(404, line, line)).Should().BeNull("a token that is not there is answered 5xx");
    }

    [Test]
    public void Refresh_tokens_that_are_refused_sign_people_out_or_break_the_service()
    {
        Find(RefusedTokens.Record(401, RefusedTokens.RefreshRefused, null)).Should().Be(SuspectedFacet.Refresh);
        Find(RefusedTokens.Record(500, RefusedTokens.RefreshRefused, null)).Should().Be(SuspectedFacet.Refresh);
        Find(RefusedTokens.Record(404, RefusedTokens.RefreshRefused, null)).Should().BeNull("who is signed out is answered 401");
        Find(RefusedTokens.Record(401, RefusedTokens.TokenByGet, null)).Should().BeNull("a token that a service did not get signs nobody out");
        Find(RefusedTokens.Record(401, RefusedTokens.RefreshRefused, null).Change<ProviderRead>(read => read with { Calls = read.Calls.Remove("token") }))
            .Should().BeNull("nobody has asked this provider");
    }

    [Test]
    public void Tokens_that_nobody_asked_this_provider_for_say_nothing_of_it() =>
        Find(RefusedTokens.Record(500, RefusedTokens.TokenByGet, null).Change<ProviderRead>(read => read with { Calls = read.Calls.Remove("token") }))
            .Should().BeNull();

    [TestCase("       System.Text.Json.JsonException: The JSON value could not be converted to PriceDesk.Rate. Path: $.value | LineNumber: 0", 0, SuspectedFacet.Mappings)]
    [TestCase("       System.Text.Json.JsonException: The JSON value could not be converted to PriceDesk.Rate. Path: $.value | LineNumber: 0", 5, SuspectedFacet.Mappings)]
    [TestCase("       Newtonsoft.Json.JsonReaderException: Could not convert string to decimal: x.", 0, SuspectedFacet.Mappings)]
    [TestCase(RefusedTokens.NoSubject, 0, SuspectedFacet.Mappings)]
    [TestCase(RefusedTokens.NoSubject, 5, null)]
    [TestCase("       System.InvalidOperationException: Cannot get the value of a token type 'String' as a number.", 0, null)]
    public void What_a_mapping_answers_is_suspected_where_it_was_asked_for(string line, long others, SuspectedFacet? facet)
    {
        var record = RefusedTokens.Record(500, line, line).Change<ProviderRead>(read => read with
        {
            Calls = ImmutableSortedDictionary<string, long>.Empty.Add("rates", 40).Add("discovery", others),
        });

        Find(record).Should().Be(facet);
        Find(record.Change<ProviderRead>(read => read with { Calls = read.Calls.SetItem("rates", 0) })).Should().NotBe(SuspectedFacet.Mappings);
    }

    [TestCase("AADSTS7000222: The provided client secret keys for app are expired.", SuspectedFacet.ClientSecrets)]
    [TestCase("AADSTS7000215: Invalid client secret provided.", SuspectedFacet.ClientSecrets)]
    [TestCase("invalid_client: The client is unknown, or its secret is wrong.", SuspectedFacet.ClientSecrets)]
    [TestCase("invalid_client: ... the OAuth 2.0 client registration does not allow the method \\u0027client_secret_post\\u0027.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_client: The client is unknown, or its assertion is not its own.", SuspectedFacet.ClientSecrets)]
    [TestCase("invalid_client: The assertion of the client is for another audience.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_client: The specified client assertion is not valid.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_client: The client is unknown, or the connection shows no certificate of the client.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_client: This provider takes \\u0027tls_client_auth\\u0027 alone.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_client: The specified client certificate is not valid.", SuspectedFacet.ClientAuthentication)]
    [TestCase("invalid_dpop_proof: The proof is too old ('iat').", SuspectedFacet.Dpop)]
    [TestCase("use_dpop_nonce", SuspectedFacet.Dpop)]
    [TestCase("Token request failed: invalid_request, This provider gives no token without a proof of a key (\\u0027DPoP\\u0027).", SuspectedFacet.Dpop)]
    [TestCase("DPoP proofs are made per request.", null)]
    [TestCase("invalid_grant: AADSTS700082: The refresh token has expired due to inactivity.", SuspectedFacet.Refresh)]
    [TestCase("Refreshing failed, refresh_token is not taken: {\"error\":\"invalid_grant\"}", SuspectedFacet.Refresh)]
    [TestCase("{\"error\":\"invalid_grant\",\"error_description\":\"The code is unknown or used.\"}", null)]
    [TestCase("Token request failed with 503.", SuspectedFacet.Token)]
    [TestCase("System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.balance | LineNumber: 0", null)]
    [TestCase("The token endpoint answered within 412ms.", null)]
    [TestCase("The token endpoint answered within 412 ms.", null)]
    [TestCase("The token endpoint answered within 431.2 ms.", null)]
    [TestCase("The token endpoint https://idp:443/token answered 200.", null)]
    [TestCase("System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.scope | LineNumber: 0", null)]
    public void Words_of_token_endpoints_are_told_apart(string line, SuspectedFacet? facet) => FailedTokenCall.FacetOf(line).Should().Be(facet);

    [TestCase("      Bearer was not authenticated. Failure message: IDX10214: Audience validation failed.", null)]
    [TestCase("      token: '[hidden]'. See https://aka.ms/IDX10503 for details.", null)]
    [TestCase("IDX10205: Issuer validation failed.", "IDX10205")]
    [TestCase("2026-11-28T21:05:41Z info: Access token refused: IDX10222: Lifetime validation failed.", "IDX10222")]
    public void Code_counts_once_for_a_refusal(string line, string? code) => TokenRefusal.CodeOf(line).Should().Be(code);

    private static SuspectedFacet? Find(RunRecord record) => CauseFinder.Find(RunAnalysis.Of(record))?.Facet;
}
