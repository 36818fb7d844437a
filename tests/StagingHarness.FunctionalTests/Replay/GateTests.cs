using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Engines;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>The gate that was missing, with the candidate that broke production.</summary>
public sealed class GateTests
{
    [TestCase(EngineWish.Process)]
    [TestCase(EngineWish.Docker, Category = "Nightly")]
    public async Task Gate_refuses_release_2_on_platform_1_and_names_library_and_versions(EngineWish engine)
    {
        var result = await Replays.RunAsync(Checkout.Root, Replays.Gate, engine, "upgrade.to.release=2.0", "upgrade.to.platform=1");

        result.ShouldExitWith(ExitCodes.Failed);
        LastBlock.Print(result.Verdict, result.Record, result.Folder.Path, TerminalStyle.Plain)
            .Should().Contain("Microsoft.IdentityModel.Tokens").And.Contain("8.23.0.0").And.Contain("7.7.3.0")
            .And.Contain("--set upgrade.to.release=2.0");
    }
}
