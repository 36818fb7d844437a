using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Tests.StandIn.Auth.Granting;

/// <summary>Refresh tokens: rotation, reuse, grace.</summary>
[TestFixture]
public sealed class RefreshTests
{
    private SignInProvider provider = null!;

    [SetUp]
    public void Create() => provider = SignInProvider.Create();

    [TearDown]
    public void Dispose() => provider.Dispose();

    [Test]
    public void Refresh_gives_new_tokens_of_the_same_sign_in()
    {
        var first = provider.Redeem(provider.Code());
        var old = SignInProvider.Text(first, "refresh_token");

        var second = provider.Refresh(old);

        second.Status.Should().Be(200);
        SignInProvider.Text(second, "refresh_token").Should().NotBe(old);
        SignInProvider.Text(second, "access_token").Should().NotBe(SignInProvider.Text(first, "access_token"));
        SignInProvider.Json(second).Should().ContainKey("id_token");
    }

    [Test]
    public void Second_use_ends_the_whole_family()
    {
        var old = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");
        var second = provider.Refresh(old);

        var again = provider.Refresh(old);

        (again.Status, SignInProvider.Text(again, "error")).Should().Be((400, "invalid_grant"));
        provider.Refresh(SignInProvider.Text(second, "refresh_token")).Status.Should().Be(400);
        provider.IsActive(SignInProvider.Text(second, "access_token")).Should().BeFalse();
    }

    [Test]
    public void Asking_for_more_than_was_granted_uses_nothing_up()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");

        var refused = provider.Token("web", "secret", [("grant_type", "refresh_token"), ("refresh_token", token), ("scope", "openid admin")]);

        SignInProvider.Text(refused, "error").Should().Be("invalid_scope");
        provider.Refresh(token).Status.Should().Be(200);
    }

    [TestCase(9, 200)]
    [TestCase(10, 400)]
    public void Old_one_is_taken_within_the_grace(int seconds, int status)
    {
        provider.Change(new FacetSettings { RefreshGraceMilliseconds = 10_000 });
        var old = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");
        provider.Refresh(old);
        provider.Time.Advance(TimeSpan.FromSeconds(seconds));

        provider.Refresh(old).Status.Should().Be(status);
    }

    [Test]
    public void Grace_counts_from_the_first_use()
    {
        provider.Change(new FacetSettings { RefreshGraceMilliseconds = 10_000 });
        var old = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            provider.Refresh(old).Status.Should().Be(200);
            provider.Time.Advance(TimeSpan.FromSeconds(6));
        }

        provider.Refresh(old).Status.Should().Be(400);
    }

    [Test]
    public void Without_rotation_it_is_used_again_and_again()
    {
        provider.Change(new FacetSettings { RefreshRotation = false });
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            SignInProvider.Text(provider.Refresh(token), "refresh_token").Should().Be(token);
        }
    }

    [Test]
    public void Token_of_another_client_is_refused_and_stays_good()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");

        provider.Refresh(token, "other", "secret of the other").Status.Should().Be(400);
        provider.Refresh("no-token").Status.Should().Be(400);

        provider.Refresh(token).Status.Should().Be(200);
    }

    [Test]
    public void More_than_was_granted_is_refused()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");

        var answer = provider.Token("web", "secret", [("grant_type", "refresh_token"), ("refresh_token", token), ("scope", "openid admin")]);

        (answer.Status, SignInProvider.Text(answer, "error")).Should().Be((400, "invalid_scope"));
    }

    [Test]
    public void Two_at_once_end_the_family_as_well()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");
        var statuses = new int[8];

        Parallel.For(0, statuses.Length, index => statuses[index] = provider.Refresh(token).Status);

        statuses.Count(status => status == 200).Should().Be(1);
    }
}
