using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Tests.Scenarios;

public sealed class NearestNameTests
{
    [TestCase("replicsa", "replicas")]
    [TestCase("Replicas", "replicas")]
    [TestCase("relese", "release")]
    [TestCase("at", null)]
    [TestCase("banana", null)]
    public void Name_is_offered_only_when_it_is_near(string wrong, string? nearest) =>
        NearestName.Find(wrong, ["release", "replicas", "to"]).Should().Be(nearest);

    [Test]
    public void Hint_lists_what_is_valid_when_nothing_is_near()
    {
        NearestName.Hint("banana", ["a", "b"]).Should().Be("write one of 'a', 'b'");
        NearestName.Hint("banana", ["a"]).Should().Be("the only one is 'a'");
        NearestName.Hint("banana", []).Should().Be("there is none to choose from");
        NearestName.Hint("banana", Enumerable.Range(10, 14).Select(number => $"{number}")).Should().EndWith("'20', '21' and 2 more");
    }
}
