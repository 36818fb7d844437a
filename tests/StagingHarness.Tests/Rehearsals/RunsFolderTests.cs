using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Rehearsals;

namespace StagingHarness.Tests.Rehearsals;

/// <summary>Programs are started from run folders, and in folders of their own: a path from here would lead them nowhere.</summary>
public sealed class RunsFolderTests
{
    [Test]
    public void Folder_that_is_named_from_here_is_rooted() =>
        Rehearsal.RunsFolderOf("/root", "RUNS").Should().Be(Path.Combine(Environment.CurrentDirectory, "RUNS"));

    [Test]
    public void Folder_that_is_named_whole_is_taken_as_it_is() => Rehearsal.RunsFolderOf("/root", "/runs").Should().Be("/runs");

    [Test]
    public void Without_a_name_it_lies_below_the_scenario_root() => Rehearsal.RunsFolderOf("/root", null).Should().Be("/root/.stage/runs");
}
