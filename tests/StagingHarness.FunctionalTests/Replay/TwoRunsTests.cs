using FluentAssertions;
using NUnit.Framework;
using StagingHarness.FunctionalTests.Engines;
using StagingHarness.FunctionalTests.Engines.Docker;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Runs of two users, or of two branches, meet on one machine and one engine.</summary>
[Category("Nightly")]
public sealed class TwoRunsTests : StageFixture
{
    [Test]
    public async Task Two_runs_on_containers_at_the_same_time_both_pass()
    {
        await RealEngine.RequireAsync();
        using var one = StageProcess.Run(Replays.Gate, "docker");
        using var other = StageProcess.Run(Replays.Gate, "docker");

        var codes = await Task.WhenAll(one.EndAsync(), other.EndAsync());

        codes.Should().OnlyContain(code => code == ExitCodes.Passed, $"{one.Output}\n{other.Output}");
        (await DockerCommand.ObjectsOfAsync(one.RunId)).Should().BeEmpty();
        (await DockerCommand.ObjectsOfAsync(other.RunId)).Should().BeEmpty();
    }
}
