using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SharedConnectionsTests
{
    private readonly List<HeldHandler> opened = [];

    [Test]
    public void Requests_are_given_to_the_connections_in_turn()
    {
        using var connections = Create(count: 3, atATime: 100);

        Send(connections, 7);

        opened.Select(one => one.Awaited).Should().Equal(3, 2, 2);
    }

    [Test]
    public async Task Connection_that_is_full_is_passed_over()
    {
        using var connections = Create(count: 2, atATime: 2);
        Send(connections, 4);
        await opened[1].AnswerAllAsync();

        Send(connections, 2);

        opened.Select(one => one.Awaited).Should().Equal(2, 2);
    }

    [Test]
    public async Task Connection_that_has_carried_enough_makes_room_and_is_closed_when_nothing_is_awaited_on_it()
    {
        using var connections = Create(count: 1, atATime: 100, requestsAtMost: 2);

        Send(connections, 3);

        opened.Select(one => (one.Awaited, one.IsDisposed)).Should().Equal((2, false), (1, false));
        await opened[0].AnswerAllAsync();
        opened.Select(one => one.IsDisposed).Should().Equal(true, false);
    }

    [TearDown]
    public void Close() => opened.ForEach(one => one.Dispose());

    private SharedConnections Create(int count, int atATime, int requestsAtMost = 0) => new(
        () =>
        {
            opened.Add(new HeldHandler());
            return new HttpMessageInvoker(opened[^1]);
        },
        count,
        atATime,
        requestsAtMost);

    private static void Send(SharedConnections connections, int requests)
    {
        for (var sent = 0; sent < requests; sent++)
        {
            _ = connections.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://gateway:8080/"), CancellationToken.None);
        }
    }
}
