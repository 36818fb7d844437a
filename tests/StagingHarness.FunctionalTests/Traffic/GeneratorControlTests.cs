using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>How a generator is ordered about, and how it ends.</summary>
[CancelAfter(60_000)]
public sealed class GeneratorControlTests : GeneratorFixture
{
    [Test]
    public async Task Generator_refuses_a_wrong_token_and_still_serves_the_right_one(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        await using var generator = await StartGeneratorAsync(cancellationToken);
        var stranger = Member.Attach([generator], Run with { ControlToken = "guessed" });

        var start = () => stranger.StartAsync(Order(server.Address), new RecordingSink(), cancellationToken);

        await start.Should().ThrowAsync<ControlException>()
            .WithMessage("The generator did not obey: *control token*");
        server.Requests.Should().Be(0);
        var sink = new RecordingSink();
        await using var session = await Member.Attach([generator], Run)
            .StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(1, cancellationToken);
    }

    [Test]
    public async Task Generator_refuses_an_order_that_it_cannot_carry_out(CancellationToken cancellationToken)
    {
        await using var generator = await StartGeneratorAsync(cancellationToken);
        var order = Order(new Uri("http://127.0.0.1:1/"), connections: 0);

        var start = () => Member.Attach([generator], Run).StartAsync(order, new RecordingSink(), cancellationToken);

        await start.Should().ThrowAsync<ControlException>()
            .WithMessage("The generator did not obey: Connections '0' is out of range; give 1 to 4096.");
        (await generator.Exited.WaitAsync(cancellationToken)).ExitCode.Should().Be(1);
    }

    [Test]
    public async Task Generator_left_alone_by_its_client_ends(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        await using var generator = await StartGeneratorAsync(cancellationToken);
        var sink = new RecordingSink();
        var session = await Member.Attach([generator], Run).StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(10, cancellationToken);

        await session.DisposeAsync();

        (await generator.Exited.WaitAsync(cancellationToken)).ExitCode.Should().Be(0);
        session.Completion.IsCanceled.Should().BeTrue();
    }

    [Test]
    public async Task Generator_killed_faults_the_traffic(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        await using var generator = await StartGeneratorAsync(cancellationToken);
        var sink = new RecordingSink();
        await using var session = await Member.Attach([generator], Run)
            .StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(10, cancellationToken);

        await generator.KillAsync(cancellationToken);

        var completion = () => session.Completion.WaitAsync(cancellationToken);
        await completion.Should().ThrowAsync<ControlException>()
            .WithMessage("The generator did not obey: it* control connection*; it ended with exit code 137.*");
        var stop = () => session.StopAsync(cancellationToken);
        await stop.Should().ThrowAsync<ControlException>();
    }

    [Test]
    public async Task Generator_stopped_twice_gives_the_same_totals_and_ends(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        await using var generator = await StartGeneratorAsync(cancellationToken);
        var sink = new RecordingSink();
        await using var session = await Member.Attach([generator], Run)
            .StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(10, cancellationToken);

        var totals = await session.StopAsync(cancellationToken);

        (await session.StopAsync(cancellationToken)).Should().Be(totals);
        session.Completion.IsCompletedSuccessfully.Should().BeTrue();
        (await generator.Exited.WaitAsync(cancellationToken)).ExitCode.Should().Be(0);
    }
}
