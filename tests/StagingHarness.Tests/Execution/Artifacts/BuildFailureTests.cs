using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Artifacts;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Tests.Execution.Artifacts;

public sealed class BuildFailureTests
{
    private static readonly PublishOrder One = Order("one", "/s/one/One.csproj");
    private static readonly PublishOrder Two = Order("two", "/s/two/Two.csproj");

    [Test]
    public void Failure_names_the_artifact_whose_project_has_errors_and_tells_each_once()
    {
        var failure = BuildFailure.From(
            [One, Two],
            ["noise", "/s/two/A.cs(1,2): error CS1002: ; expected [/s/two/Two.csproj]", "/s/two/A.cs(1,2): error CS1002: ; expected [/s/two/Two.csproj]"]);

        failure.Message.Should().StartWith("Artifact 'two' could not be built: '/s/two/Two.csproj' does not build.").And.NotContain("noise");
        failure.Message.Split("CS1002").Should().HaveCount(2);
    }

    [Test]
    public void Failure_of_what_they_share_names_all() =>
        BuildFailure.From([One, Two], ["/s/shared/S.cs(1,2): error CS1002: ; expected [/s/shared/Shared.csproj]"]).Message
            .Should().StartWith("Artifact 'one', 'two' could not be built: ");

    [Test]
    public void Failure_without_errors_tells_the_last_lines() =>
        BuildFailure.From([One], ["first", "last words"]).Message.Should().Contain("last words");

    private static PublishOrder Order(string id, string projectFile) => new()
    {
        Plan = new ProjectArtifactPlan { Id = id, Place = new SourcePlace("s.yaml", 1, 1), ProjectFile = projectFile },
        ProjectFile = projectFile,
        Inputs = new ProjectInputs { Files = [], Properties = [], Obstacles = [] },
        Key = "key",
    };
}
