using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>Calls of the stand-in that are not whole: from callers that are gone, and from one that waits.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class BrokenOffCallTests
{
    private static readonly ProviderOrder Order = new()
    {
        Audience = "client-portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty,
    };

    private RunningStandIn standIn = null!;

    [SetUp]
    public async Task Start() => standIn = await RunningStandIn.StartAsync(Order, "broken-off-call-tests");

    [TearDown]
    public async Task Stop() => await standIn.DisposeAsync();

    [TestCase(false, TestName = "Call_whose_caller_hung_up_is_no_error_of_the_stand_in")]
    [TestCase(true, TestName = "Call_whose_caller_was_killed_is_no_error_of_the_stand_in")]
    public async Task Call_that_is_broken_off(bool reset, CancellationToken cancellationToken)
    {
        var caller = await CallAsync("Content-Length: 100\r\n\r\ngrant_type=", cancellationToken);
        caller.LingerState = new LingerOption(reset, 0);
        caller.Dispose();

        var reading = await ReadUntilAsync(reading => reading.BrokenOff > 0 || !reading.StubErrors.IsEmpty, cancellationToken);

        (reading.BrokenOff, reading.Calls["token"], string.Join("; ", reading.StubErrors)).Should().Be((1, 0, ""));
    }

    [Test]
    public async Task Call_that_cannot_be_read_is_an_error_while_its_caller_waits(CancellationToken cancellationToken)
    {
        using var caller = await CallAsync("Transfer-Encoding: chunked\r\n\r\nno number\r\n", cancellationToken);

        var reading = await ReadUntilAsync(reading => reading.BrokenOff > 0 || !reading.StubErrors.IsEmpty, cancellationToken);

        (reading.BrokenOff, reading.StubErrors.Length).Should().Be((0, 1));
    }

    /// <summary>A call of the token endpoint that is not whole.</summary>
    private async Task<TcpClient> CallAsync(string rest, CancellationToken cancellationToken)
    {
        var address = standIn.Instance.AddressOf("http");
        var caller = new TcpClient();
        await caller.ConnectAsync(address.Host, address.Port, cancellationToken);
        await caller.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /token HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n{rest}"), cancellationToken);
        return caller;
    }

    private async Task<ProviderReading> ReadUntilAsync(Predicate<ProviderReading> told, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await standIn.Provider.ReadAsync(cancellationToken) is var reading && told(reading))
            {
                return reading;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }
}
