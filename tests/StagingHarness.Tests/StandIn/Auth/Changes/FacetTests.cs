using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.Changes;

[TestFixture]
public sealed class FacetTests
{
    private static readonly DateTimeOffset Start = new(2023, 5, 13, 14, 0, 0, TimeSpan.Zero);

    private SigningKey key = null!;
    private AuthModel model = null!;

    [SetUp]
    public void Create()
    {
        key = SigningKey.Create();
        model = new AuthModel(PlainProvider.Of(key), new FakeTimeProvider(Start));
    }

    [TearDown]
    public void Dispose() => key.Dispose();

    [TestCase(600)]
    [TestCase(-90)]
    public void Clock_moves_all_times_of_a_token(double seconds)
    {
        Change(new FacetOrder { ClockOffsetSeconds = seconds }).ClockOffsetSeconds.Should().Be(seconds);

        var token = Token();
        token.IssuedAt.Should().Be(Start.UtcDateTime.AddSeconds(seconds));
        token.ValidFrom.Should().Be(Start.UtcDateTime.AddSeconds(seconds));
        token.ValidTo.Should().Be(Start.UtcDateTime.AddSeconds(seconds + 300));
    }

    [Test]
    public void Lifetime_holds_for_new_tokens()
    {
        Change(new FacetOrder { TokenLifetimeSeconds = 7 }).TokenLifetimeSeconds.Should().Be(7);

        Token().ValidTo.Should().Be(Start.UtcDateTime.AddSeconds(7));
    }

    [Test]
    public void Rotation_that_withdraws_shows_the_new_key_alone()
    {
        var state = Change(new FacetOrder { RotateKeysKeepingOld = false });

        state.SigningKey.Should().NotBe(key.KeyId);
        state.PublishedKeys.Should().Equal(state.SigningKey);
        Shown().Should().Equal(state.SigningKey);
        Token().Kid.Should().Be(state.SigningKey);
    }

    [Test]
    public void Rotation_that_keeps_shows_both()
    {
        var state = Change(new FacetOrder { RotateKeysKeepingOld = true });

        state.PublishedKeys.Should().Equal(state.SigningKey, key.KeyId);
        Shown().Should().Equal(state.SigningKey, key.KeyId);
    }

    [Test]
    public void Order_that_is_empty_only_tells()
    {
        var state = Change(new FacetOrder());

        state.SigningKey.Should().Be(key.KeyId);
        state.TokenLifetimeSeconds.Should().Be(300);
        state.ClockOffsetSeconds.Should().Be(0);
    }

    [Test]
    public void Facets_of_one_order_are_taken_together()
    {
        var state = Change(new FacetOrder { ClockOffsetSeconds = 1, TokenLifetimeSeconds = 2, RotateKeysKeepingOld = true });

        (state.ClockOffsetSeconds, state.TokenLifetimeSeconds, state.PublishedKeys.Length).Should().Be((1, 2, 2));
    }

    private FacetState Change(FacetOrder order) => model.Change(order);

    private IEnumerable<string> Shown() =>
        JsonNode.Parse(model.ShowKeySet().Body)!["keys"]!.AsArray().Select(shown => shown!["kid"]!.GetValue<string>());

    private JsonWebToken Token()
    {
        var answer = model.AnswerTokenCall(new TokenCall(null, "grant_type=client_credentials&client_id=web&client_secret=secret"));
        return new JsonWebTokenHandler().ReadJsonWebToken(JsonNode.Parse(answer.Body)!["access_token"]!.GetValue<string>());
    }
}
