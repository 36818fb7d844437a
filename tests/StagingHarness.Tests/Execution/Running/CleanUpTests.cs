using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class CleanUpTests
{
    [Test]
    public void Engine_thatCannotBeDisposed_isLeftBehindAndTheFirstCauseIsKept()
    {
        using var stage = new FakeStage();
        stage.Engine.PreparationFailure = new ArtifactBuildException("portal/release/2.0", "it does not compile.", []);
        stage.Engine.DisposeFailure = new IOException("the supervisor is gone");
        stage.Engine.LeftBehind = ["Process 4711 could not be ended; end it by hand."];

        var ending = stage.Run(new PlanBuilder().Build()).Ending();

        ending.Ending.Should().Be(RunEnding.EnvironmentFailed);
        ending.Cause.Should().StartWith("Artifact 'portal/release/2.0' could not be built");
        ending.LeftBehind.Should().Equal(
            "Process 4711 could not be ended; end it by hand.", "The stage could not be taken down: the supervisor is gone");
    }

    [Test]
    public void Engine_thatCannotBeDisposed_isLeftBehindByARunThatWasWell()
    {
        using var stage = new FakeStage();
        stage.Engine.DisposeFailure = new IOException("the supervisor is gone");

        var ending = stage.Run(new PlanBuilder().Build()).Ending();

        ending.Ending.Should().Be(RunEnding.Completed);
        ending.LeftBehind.Should().Equal("The stage could not be taken down: the supervisor is gone");
    }

    [Test]
    public void Engine_thatHangsWhenItIsDisposed_isGivenUp()
    {
        using var stage = new FakeStage();
        stage.Engine.DisposeTakes = TimeSpan.FromHours(1);

        stage.Run(new PlanBuilder().Build()).Ending().LeftBehind.Should().Equal(
            "The stage did not end within 60 s; see what is left of it, and end that by hand.",
            "An instance did not end within 60 s; see what is left of it, and end that by hand.");
    }

    [Test]
    public void Traffic_thatCannotBeGivenUp_doesNotHideTheFirstCause()
    {
        using var stage = new FakeStage();
        stage.Traffic.StopFailure = new ControlException("generator", "it does not listen any more.");
        stage.Traffic.DisposeFailure = new IOException("the connection is broken");

        var ending = stage.Run(new PlanBuilder().Build()).Ending();

        ending.Ending.Should().Be(RunEnding.EnvironmentFailed);
        ending.Cause.Should().Be("The generator did not obey: it does not listen any more.");
        ending.LeftBehind.Should().Equal("The traffic could not be taken down: the connection is broken");
    }

    [Test]
    public void SampleFile_thatCannotBeMade_endsTheRunAndDisposesTheEngine()
    {
        using var stage = new FakeStage();

        var ending = RunInFolderWith(stage, folder => File.WriteAllText(folder.Samples, ""));

        ending.Should().StartWith("- RunEnded InternalError: System.IO.IOException");
        stage.Engine.Disposals.Should().Be(1);
    }

    [Test]
    public void Journal_thatCannotBeMade_disposesTheEngineAndIsToldToTheCaller()
    {
        using var stage = new FakeStage();

        var run = () => RunInFolderWith(stage, folder => File.WriteAllText(folder.Journal, ""));

        run.Should().Throw<IOException>();
        stage.Engine.Disposals.Should().Be(1);
    }

    private static string RunInFolderWith(FakeStage stage, Action<RunFolder> prepare)
    {
        var directory = Directory.CreateTempSubdirectory("stage-run-");
        try
        {
            var folder = new RunFolder(directory.FullName);
            prepare(folder);
            stage.Run(new PlanBuilder().Build(), folder);
            return EventLine.Of(StagingHarness.History.Journal.JournalReader.Read(folder.Journal).Events[^1]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
