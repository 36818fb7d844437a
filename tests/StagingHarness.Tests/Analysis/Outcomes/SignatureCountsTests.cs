using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Outcomes;

public sealed class SignatureCountsTests
{
    private static readonly Sample ServerError = SampleSeries.One(0, 0, SampleAnswer.App(500, 1));
    private static readonly Sample Unauthorized = SampleSeries.One(0, 0, SampleAnswer.App(401, 1));
    private static readonly Sample RedirectLoop = SampleSeries.One(0, 0, SampleAnswer.App(302, 1)) with { Check = AnswerCheck.RedirectLoop };

    [Test]
    public void Wrong_answers_are_counted_by_their_signature()
    {
        var counts = Of(RedirectLoop, ServerError, RedirectLoop, SampleSeries.One(0, 0, SampleAnswer.App(200, 1)));

        counts.Total.Should().Be(3);
        counts.ToImmutable().Should().Equal(
            KeyValuePair.Create(AnswerSignature.ServerError, 1), KeyValuePair.Create(AnswerSignature.RedirectLoop, 2));
    }

    [Test]
    public void Most_frequent_signature_is_told_and_of_equals_the_first()
    {
        Of(Unauthorized, RedirectLoop, RedirectLoop).MostFrequent.Should().Be(AnswerSignature.RedirectLoop);
        Of(Unauthorized, ServerError).MostFrequent.Should().Be(AnswerSignature.ServerError);
    }

    [Test]
    public void Without_a_wrong_answer_nothing_is_the_most_frequent()
    {
        var counts = Of(SampleSeries.One(0, 0, SampleAnswer.App(204, 1)));

        counts.MostFrequent.Should().BeNull();
        counts.Total.Should().Be(0);
        counts.ToImmutable().Should().BeEmpty();
    }

    [Test]
    public void Every_signature_has_a_place_of_its_own() =>
        Enum.GetValues<AnswerSignature>().Select(signature => (int)signature).Should().Equal(Enumerable.Range(0, Enum.GetValues<AnswerSignature>().Length));

    private static SignatureCounts Of(params Sample[] samples)
    {
        var counts = new SignatureCounts();
        foreach (var sample in samples)
        {
            counts.Add(sample);
        }

        return counts;
    }
}
