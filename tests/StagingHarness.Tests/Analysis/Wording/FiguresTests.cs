using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Tests.Analysis.Wording;

public sealed class FiguresTests
{
    [TestCase(0.0, "0 s")]
    [TestCase(0.004, "0.004 s")]
    [TestCase(0.04, "0.04 s")]
    [TestCase(5.062, "5.06 s")]
    [TestCase(12.344, "12.34 s")]
    [TestCase(60.0, "60 s")]
    [TestCase(3600.04, "3600 s")]
    public void Seconds_keep_what_matters(double seconds, string text) =>
        Figures.Seconds(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Test]
    public void Count_is_grouped_and_agrees_with_its_noun()
    {
        Figures.Count(1_284, "request").Should().Be("1,284 requests");
        Figures.Count(1, "request").Should().Be("1 request");
    }

    [Test]
    public void Part_is_exact_and_in_percent()
    {
        Figures.PartOf(12, 800).Should().Be("12 of 800 (1.5 %)");
        Figures.PartOf(0, 0).Should().Be("0 of 0");
    }

    [Test]
    public void List_reads_as_a_sentence()
    {
        Figures.Joined(["a", "b", "c"]).Should().Be("a, b and c");
        Figures.Joined(["a"]).Should().Be("a");
        Figures.Joined([]).Should().BeEmpty();
        Figures.Quoted(["a", "b"]).Should().Be("'a' and 'b'");
    }
}
