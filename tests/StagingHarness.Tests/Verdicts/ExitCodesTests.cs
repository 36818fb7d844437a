using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Verdicts;

public sealed class ExitCodesTests
{
    [TestCase(Outcome.Passed, 0)]
    [TestCase(Outcome.Failed, 1)]
    [TestCase(Outcome.EnvironmentFailed, 4)]
    [TestCase(Outcome.Inconclusive, 5)]
    [TestCase(Outcome.InternalError, 70)]
    [TestCase(Outcome.Aborted, 130)]
    public void Outcome_has_its_code(Outcome outcome, int code) => ExitCodes.Of(outcome).Should().Be(code);

    [TestCase(new[] { 0, 5, 1, 3, 4, 70 }, 70)]
    [TestCase(new[] { 0, 5, 1, 3, 4 }, 4)]
    [TestCase(new[] { 0, 5, 1, 3 }, 3)]
    [TestCase(new[] { 0, 5, 1 }, 1)]
    [TestCase(new[] { 0, 5 }, 5)]
    [TestCase(new[] { 0, 0 }, 0)]
    [TestCase(new[] { 4, 130 }, 130)]
    [TestCase(new[] { 0, 6 }, 6)]
    [TestCase(new int[0], 6)]
    public void Worst_of_a_suite_wins(int[] codes, int worst) => ExitCodes.Worst(codes).Should().Be(worst);

    [Test]
    public void Unknown_code_is_refused()
    {
        var worst = () => ExitCodes.Worst([0, 42]);

        worst.Should().Throw<ArgumentException>()
            .WithMessage("Exit code '42' is none that the harness gives; use the constants of 'ExitCodes'.*");
    }
}
