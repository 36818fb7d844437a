using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Running;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Execution.Running;

public sealed class RecordSoFarTests
{
    private static ScenarioPlan Plan => StrategyFixture.Plan("upgrade: {}", "watch: { for: 3 min }", $"gate: {{ expect: {StrategyFixture.RightAnswers} }}");

    [Test]
    public void Answers_of_a_stretch_are_counted_as_they_come_and_each_stretch_anew()
    {
        var record = new RecordSoFar(Plan);
        record.Add([Due(1), Due(5)]);
        record.CountDue(Second(0), Second(5)).Should().Be(1, "the end is not part of it");

        record.Add([Due(2), Due(6), Due(4)]);

        record.CountDue(Second(0), Second(5)).Should().Be(3);
        record.CountDue(Second(5), Second(9)).Should().Be(2);
        record.CountDue(Second(0), Second(5)).Should().Be(3);
    }

    [Test]
    public void Events_are_read_with_the_sample_that_was_due_first()
    {
        var record = new RecordSoFar(Plan);
        record.Add(WritingRun.Record().Start);
        record.ReadEvents(Second(9)).Samples.Should().BeEmpty();

        record.Add([Due(5), Due(1), Due(6)]);

        record.ReadEvents(Second(9)).Samples.Should().Equal(Due(1));
        record.Read(Second(9)).Samples.Should().Equal(Due(5), Due(1), Due(6));
    }

    private static TimeSpan Second(int second) => TimeSpan.FromSeconds(second);

    private static Sample Due(int second) => SampleSeries.One(1_000 * second, second, SampleAnswer.App(200, 1)) with { Route = 0 };
}
