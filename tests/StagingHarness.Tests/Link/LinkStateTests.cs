using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Link;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Tests.Link;

/// <summary>When a piece may go on, and what is counted of it; the clock stands still.</summary>
[TestFixture]
public sealed class LinkStateTests
{
    private readonly FakeTimeProvider time = new();
    private LinkState state = null!;

    [SetUp]
    public void Create() => state = new LinkState(time);

    [Test]
    public void Undisturbed_a_piece_goes_on_at_once_and_nothing_is_counted()
    {
        Wait(4096, isAnswer: true).Should().Be(TimeSpan.Zero);

        state.Read().Should().Be(new LinkReading
        {
            Disturbance = LinkDisturbance.None,
            Connections = 0,
            DelayedPieces = 0,
            DelayedBytes = 0,
            PacedBytes = 0,
            Cut = 0,
        });
    }

    [Test]
    public void Delay_holds_answers_back_and_no_questions()
    {
        state.Set(new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(300) });

        Wait(100, isAnswer: false).Should().Be(TimeSpan.Zero);
        Wait(100, isAnswer: true).Should().Be(TimeSpan.FromMilliseconds(300));
        Wait(50, isAnswer: true).Should().Be(TimeSpan.FromMilliseconds(300), "delays do not add up");
        state.Read().DelayedPieces.Should().Be(2);
        state.Read().DelayedBytes.Should().Be(150);
    }

    [Test]
    public void Jitter_stays_within_its_bounds_and_is_the_same_for_the_same_seed()
    {
        var jittery = new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(100), Jitter = TimeSpan.FromMilliseconds(40), Seed = 7 };
        state.Set(jittery);
        var first = Enumerable.Range(0, 50).Select(_ => Wait(1, isAnswer: true)).ToList();
        state.Set(jittery);
        var second = Enumerable.Range(0, 50).Select(_ => Wait(1, isAnswer: true)).ToList();

        second.Should().Equal(first);
        first.Should().OnlyContain(wait => wait >= TimeSpan.FromMilliseconds(60) && wait <= TimeSpan.FromMilliseconds(140));
        first.Distinct().Should().HaveCountGreaterThan(40);
    }

    [Test]
    public void Jitter_that_is_larger_than_the_delay_never_sends_into_the_past()
    {
        state.Set(new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(1), Jitter = TimeSpan.FromSeconds(1), Seed = 3 });

        Enumerable.Range(0, 50).Select(_ => Wait(1, isAnswer: true)).Should().OnlyContain(wait => wait >= TimeSpan.Zero);
    }

    [Test]
    public void Bandwidth_lets_pieces_wait_for_those_before_them_each_way_by_itself()
    {
        state.Set(new LinkDisturbance { BytesPerSecond = 1000 });

        Wait(500, isAnswer: true).Should().Be(TimeSpan.FromMilliseconds(500));
        Wait(250, isAnswer: true).Should().Be(TimeSpan.FromMilliseconds(750));
        Wait(250, isAnswer: false).Should().Be(TimeSpan.FromMilliseconds(250), "the other way is free");
        state.Read().PacedBytes.Should().Be(1000);
    }

    [Test]
    public void Bandwidth_that_was_not_used_is_not_saved_up()
    {
        state.Set(new LinkDisturbance { BytesPerSecond = 1000 });
        time.Advance(TimeSpan.FromSeconds(10));

        Wait(500, isAnswer: true).Should().Be(TimeSpan.FromMilliseconds(500));
    }

    [Test]
    public void Each_change_begins_an_era()
    {
        var before = state.Era;
        state.Set(new LinkDisturbance { ResetAfter = 10 });

        state.Era.Should().Be(before + 1);
    }

    private TimeSpan Wait(int bytes, bool isAnswer) => time.GetElapsedTime(time.GetTimestamp(), state.Release(bytes, isAnswer));
}
