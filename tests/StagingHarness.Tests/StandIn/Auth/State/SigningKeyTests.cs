using System.Security.Cryptography;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.State;

public sealed class SigningKeyTests
{
    /// <summary>What hangs fails, instead of hanging with all tests behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Key_in_the_making_tells_its_algorithm_and_whoever_asks_for_more_gets_it_when_it_is_made()
    {
        using var gate = new ManualResetEventSlim();
        using var made = RSA.Create(2048);
        using var key = MadeBehind(gate, made);

        key.Algorithm.Should().Be("RS256");
        var asking = Task.Run(() => key.ToPublicJwk());
        key.Made.IsCompleted.Should().BeFalse();
        asking.IsCompleted.Should().BeFalse();

        gate.Set();
        await key.Made;
        var shown = await asking;
        shown["kid"]!.GetValue<string>().Should().Be(key.KeyId).And.Be(key.Credentials.Key.KeyId);
        shown["n"]!.GetValue<string>().Should().Be(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(made.ExportParameters(includePrivateParameters: false).Modulus!));
        key.Credentials.Algorithm.Should().Be("RS256");
    }

    [Test]
    public async Task Provider_answers_what_needs_no_key_while_one_is_made_also_when_a_change_waits_for_it()
    {
        using var gate = new ManualResetEventSlim();
        using var made = RSA.Create(2048);
        using var key = MadeBehind(gate, made);
        var model = new AuthModel(PlainProvider.Of(key), new FakeTimeProvider());

        var state = default(FacetState);
        var changing = new Thread(() => state = model.Change(new FacetOrder())) { IsBackground = true };
        var showing = Task.Run(model.ShowKeySet);
        changing.Start();
        SpinWait.SpinUntil(() => changing.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience).Should().BeTrue("the change waits for the key");

        (await Task.Run(model.Discover).WaitAsync(Patience)).Status.Should().Be(200);
        (await Task.Run(() => model.Find("/token")).WaitAsync(Patience)).Should().NotBeNull();
        showing.IsCompleted.Should().BeFalse();

        gate.Set();
        changing.Join(Patience).Should().BeTrue();
        state!.SigningKey.Should().Be(key.KeyId);
        (await showing).Body.Should().Contain(key.KeyId);
    }

    [Test]
    public void Two_keys_are_never_the_same()
    {
        using var one = SigningKey.Begin();
        using var other = SigningKey.Begin();

        one.KeyId.Should().NotBe(other.KeyId);
    }

    [Test]
    public void Key_that_cannot_be_made_fails_whoever_asks_for_it_and_says_so()
    {
        using var key = SigningKey.Begin(() => throw new CryptographicException("no randomness"));

        key.Invoking(one => one.KeyId).Should().Throw<CryptographicException>().WithMessage("no randomness");
        key.Invoking(one => one.ToPublicJwk()).Should().Throw<CryptographicException>().WithMessage("no randomness");
        key.Made.IsFaulted.Should().BeTrue();
    }

    [Test]
    public async Task Key_in_the_making_is_left_alone_when_it_is_disposed()
    {
        using var gate = new ManualResetEventSlim();
        using var made = RSA.Create(2048);
        var key = MadeBehind(gate, made);

        // It would wait for ever if it waited for the key.
        key.Dispose();

        gate.Set();
        await key.Made;
        key.Invoking(one => one.ToPublicJwk()).Should().NotThrow();
    }

    [Test]
    public void Key_that_is_made_is_disposed()
    {
        var key = SigningKey.Create();

        key.Dispose();

        key.Invoking(one => one.ToPublicJwk()).Should().Throw<ObjectDisposedException>();
    }

    private static SigningKey MadeBehind(ManualResetEventSlim gate, RSA made) => SigningKey.Begin(() =>
    {
        gate.Wait();
        return made;
    });
}
