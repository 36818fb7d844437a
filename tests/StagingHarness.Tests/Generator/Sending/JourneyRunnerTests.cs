using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;
using StagingHarness.Tests.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class JourneyRunnerTests
{
    private static readonly ImmutableArray<RequestTemplate> Steps =
        [.. Enumerable.Range(0, 3).Select(route => new RequestTemplate(new GeneratorRequest { Route = (ushort)route, Method = "GET", Path = "/" }, new Uri("http://gateway/")))];

    [Test]
    public async Task Journey_goes_on_while_answers_are_right()
    {
        using var slots = new SlotPool(1);
        var sender = new FakeStepSender(slots);
        using var runner = Runner(slots, sender, out var fault);

        await BeginAsync(runner, slots);

        sender.Sent.Should().Equal(0, 1, 2);
        (runner.FollowUps, runner.Dropped, runner.Unfinished).Should().Be((2L, 0L, 0L));
        fault.Raised.IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task Journey_ends_at_the_first_wrong_answer()
    {
        using var slots = new SlotPool(1);
        var sender = new FakeStepSender(slots) { WrongAt = 1 };
        using var runner = Runner(slots, sender, out _);

        await BeginAsync(runner, slots);

        sender.Sent.Should().Equal(0, 1);
        runner.FollowUps.Should().Be(1);
    }

    [Test]
    public async Task Journey_whose_next_request_finds_no_connection_is_dropped_there()
    {
        using var slots = new SlotPool(1);
        var sender = new FakeStepSender(slots) { KeepsSlotAt = 0 };
        using var runner = Runner(slots, sender, out _);

        await BeginAsync(runner, slots);

        sender.Sent.Should().Equal(0);
        (runner.FollowUps, runner.Dropped).Should().Be((1L, 1L));
    }

    [Test]
    public async Task Journey_that_is_under_way_at_the_end_is_left_there_and_counted()
    {
        using var slots = new SlotPool(1);
        var sender = new FakeStepSender(slots);
        using var runner = Runner(slots, sender, out _);
        Task? draining = null;
        sender.OnSend = () => draining ??= runner.DrainAsync(CancellationToken.None);

        await BeginAsync(runner, slots);
        await draining!;

        sender.Sent.Should().Equal(0);
        (runner.FollowUps, runner.Unfinished).Should().Be((0L, 1L));
        runner.CountAnew();
        runner.Unfinished.Should().Be(0);
    }

    [Test]
    public async Task Defect_in_a_journey_is_the_fault_of_the_session()
    {
        using var slots = new SlotPool(1);
        var sender = new FakeStepSender(slots) { OnSend = () => throw new InvalidOperationException("a defect") };
        using var runner = Runner(slots, sender, out var fault);

        await BeginAsync(runner, slots);

        await fault.Awaiting(raised => raised.Raised).Should().ThrowAsync<InvalidOperationException>();
    }

    private static JourneyRunner Runner(SlotPool slots, FakeStepSender sender, out SessionFault fault)
    {
        fault = new SessionFault();
        return new JourneyRunner(slots, new FakePacer(), sender, TimeSpan.FromMilliseconds(1), TimeProvider.System, fault);
    }

    private static Task BeginAsync(JourneyRunner runner, SlotPool slots) =>
        runner.RunAsync(slots.Take(TimeSpan.FromSeconds(1), CancellationToken.None)!, Steps, new VirtualClient("7-1"), 1, 0);
}
