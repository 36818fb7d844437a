using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Probes;

namespace StagingHarness.FunctionalTests.Probes;

public sealed class HttpProbeTests
{
    [Test]
    public async Task Answer_is_told_with_status_and_body_and_redirects_are_not_followed()
    {
        await using var server = new RawServer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 4\r\n\r\nbody");
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);

        var answer = await probe.GetAsync(server.Address, TimeSpan.FromSeconds(10), CancellationToken.None);

        answer.Status.Should().Be(302);
        answer.Body.Should().Be("body");
        answer.Problem.Should().BeNull();
    }

    [Test]
    public async Task Body_is_cut_at_64_KiB()
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{new string('x', 100_000)}");
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);

        var answer = await probe.GetAsync(server.Address, TimeSpan.FromSeconds(10), CancellationToken.None);

        answer.Body.Should().HaveLength(64 * 1024);
        answer.IsCut.Should().BeTrue();
    }

    [Test]
    public async Task Body_of_any_length_that_is_asked_for_is_whole()
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{new string('x', 100_000)}");
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);

        var answer = await probe.AskAsync(
            new ProbeQuestion { Address = server.Address, Timeout = TimeSpan.FromSeconds(10), LargestBody = 100_000 }, CancellationToken.None);

        answer.Body.Should().HaveLength(100_000);
        answer.IsCut.Should().BeFalse();
    }

    [Test]
    public async Task Nobody_listening_is_an_answer_without_status()
    {
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);
        Uri address;
        await using (var server = new RawServer(""))
        {
            address = server.Address;
        }

        var answer = await probe.GetAsync(address, TimeSpan.FromSeconds(10), CancellationToken.None);

        answer.Status.Should().BeNull();
        answer.Problem.Should().Be("connection refused");
    }

    [Test]
    public async Task Server_that_says_nothing_is_given_up_at_the_timeout()
    {
        await using var server = new RawServer(answer: null);
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);

        var answer = await probe.GetAsync(server.Address, TimeSpan.FromMilliseconds(200), CancellationToken.None);

        answer.Status.Should().BeNull();
        answer.Problem.Should().Be("no answer within 0.2 s");
        answer.Latency.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(190));
    }

    [Test]
    public async Task Cancellation_is_no_answer_but_a_cancellation()
    {
        await using var server = new RawServer(answer: null);
        using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var ask = () => probe.GetAsync(server.Address, TimeSpan.FromSeconds(30), cancellation.Token);

        await ask.Should().ThrowAsync<OperationCanceledException>();
    }
}
