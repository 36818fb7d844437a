using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Engines.Docker.Sweeping;

public sealed class LabelledObjectTests
{
    private static readonly OwnerLabel Owner = new(77, "123", "pid:[4]");

    [TestCase("Container", "docker rm --force --volumes")]
    [TestCase("Network", "docker network rm")]
    [TestCase("Volume", "docker volume rm")]
    public void Object_is_told_with_its_run_and_the_command_that_removes_it(string kind, string command)
    {
        var target = new LabelledObject(Enum.Parse<ObjectKind>(kind), "id", "stage-r1", "r1", Owner);

        target.Removed.Should().Be($"{kind} 'stage-r1' of run 'r1', whose harness (process 77) is gone, was removed.");
        target.WouldBeRemoved.Should().Be($"{kind} 'stage-r1' of run 'r1', whose harness (process 77) is gone, would be removed.");
        target.CouldNotBeRemoved("it is in use").Should().Be(
            $"{kind} 'stage-r1' of run 'r1', whose harness (process 77) is gone, could not be removed: it is in use; remove it with '{command} stage-r1'.");
    }

    [Test]
    public void Object_whose_labels_are_not_those_of_a_run_is_nobodys()
    {
        Dictionary<string, string> labels = new() { [DockerLabels.Run] = "r1", [DockerLabels.Owner] = Owner.ToString() };
        From(labels).Should().Be(new LabelledObject(ObjectKind.Volume, "v", "v", "r1", Owner));

        From(null).Should().BeNull();
        From(new() { [DockerLabels.Run] = "r1" }).Should().BeNull();
        From(new() { [DockerLabels.Owner] = Owner.ToString() }).Should().BeNull();
        From(new(labels) { [DockerLabels.Owner] = "somebody" }).Should().BeNull();
    }

    [TestCase(HttpStatusCode.NotFound, """{"message":"no such container"}""", null)]
    [TestCase(HttpStatusCode.Conflict, """{"message":"removal of container 1 is already in progress"}""", null)]
    [TestCase(HttpStatusCode.Conflict, """{"message":"remove v: volume is in use - [1]"}""", "remove v: volume is in use - [1]")]
    [TestCase(HttpStatusCode.Forbidden, """{"message":"error while removing network: n has active endpoints.\n"}""", "error while removing network: n has active endpoints")]
    [TestCase(HttpStatusCode.InternalServerError, "boom", "boom")]
    [TestCase(HttpStatusCode.InternalServerError, """{"error":1}""", """{"error":1}""")]
    [TestCase(HttpStatusCode.InternalServerError, "", "HTTP 500")]
    public void Refusal_is_what_the_engine_says_unless_the_object_is_going_anyway(HttpStatusCode status, string body, string? refusal) =>
        ObjectRemoval.Read(status, body).Should().Be(new RemovalResult(IsRemoved: false, refusal));

    [Test]
    public void Owner_is_gone_only_when_it_can_be_seen_from_here()
    {
        var self = OwnerLabel.OfThisProcess();

        self.IsGone().Should().BeFalse();
        (self with { Start = "1" }).IsGone().Should().BeTrue("another process had this id before");
        (self with { Start = "1", Namespace = "pid:[1]" }).IsGone().Should().BeFalse("ids of another namespace mean nothing here");
        (self with { ProcessId = int.MaxValue }).IsGone().Should().BeTrue();
    }

    private static LabelledObject? From(Dictionary<string, string>? labels) => LabelledObject.From(ObjectKind.Volume, "v", "v", labels);
}
