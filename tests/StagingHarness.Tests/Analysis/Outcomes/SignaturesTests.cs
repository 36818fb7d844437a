using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Outcomes;

public sealed class SignaturesTests
{
    [TestCase(200, null)]
    [TestCase(204, null)]
    [TestCase(302, AnswerSignature.Redirected)]
    [TestCase(400, AnswerSignature.OtherError)]
    [TestCase(401, AnswerSignature.Unauthorized)]
    [TestCase(403, AnswerSignature.Forbidden)]
    [TestCase(404, AnswerSignature.OtherError)]
    [TestCase(431, AnswerSignature.HeaderTooLarge)]
    [TestCase(500, AnswerSignature.ServerError)]
    [TestCase(503, AnswerSignature.ServerError)]
    public void Answer_of_the_app_is_told_by_its_status(int status, AnswerSignature? signature) =>
        Of(SampleAnswer.App((ushort)status, 1)).Should().Be(signature);

    [TestCase(502, AnswerSignature.ConnectionError)]
    [TestCase(503, AnswerSignature.ConnectionError)]
    [TestCase(504, AnswerSignature.TimedOut)]
    public void Answer_of_the_gateway_itself_is_no_error_of_the_app(int status, AnswerSignature signature) =>
        Of(SampleAnswer.Gateway((ushort)status)).Should().Be(signature);

    [TestCase(Failure.ConnectFailed, AnswerSignature.ConnectionError)]
    [TestCase(Failure.ConnectionLost, AnswerSignature.ConnectionError)]
    [TestCase(Failure.ProtocolError, AnswerSignature.ConnectionError)]
    [TestCase(Failure.TimedOut, AnswerSignature.TimedOut)]
    public void Request_without_an_answer_is_told_by_its_failure(Failure failure, AnswerSignature signature) =>
        Of(SampleAnswer.Nobody(failure)).Should().Be(signature);

    private static AnswerSignature? Of(SampleAnswer answer) => Signatures.Of(SampleSeries.One(0, 0, answer));

    [TestCase(200, AnswerCheck.WrongContent, AnswerSignature.WrongContent)]
    [TestCase(200, AnswerCheck.LetIn, AnswerSignature.LetIn)]
    [TestCase(302, AnswerCheck.RedirectLoop, AnswerSignature.RedirectLoop)]
    [TestCase(200, AnswerCheck.WrongStatus, AnswerSignature.OtherError)]
    [TestCase(500, AnswerCheck.WrongStatus, AnswerSignature.ServerError)]
    [TestCase(401, AnswerCheck.AsWanted, null)]
    [TestCase(200, AnswerCheck.AsWanted, null)]
    public void Look_at_an_answer_decides_before_its_status(int status, AnswerCheck check, AnswerSignature? signature)
    {
        var sample = SampleSeries.One(0, 0, SampleAnswer.App((ushort)status, 1)) with { Check = check };
        var bytes = new byte[Sample.Size];
        sample.WriteTo(bytes);

        Signatures.Of(sample).Should().Be(signature);
        sample.Right.Should().Be(signature is null);
        OutcomeKind.Of(sample).Right.Should().Be(signature is null);
        Sample.ReadFrom(bytes).Should().Be(sample);
    }
}
