using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class HeaderAttestationTests
{
    private static readonly HeaderAttestationPlan Plan = new() { Path = "/version", ReleaseHeader = "X-Release", PlatformHeader = "X-Platform" };

    [Test]
    public void Version_isReadFromTheHeaders_whateverTheStatus()
    {
        using var stage = new FakeStage();
        stage.Probe.Attestation = _ => 404;
        stage.Probe.Headers = instance => Headers(("x-release", $" {instance.Runs!.Release} "), ("X-Platform", instance.Runs.Platform));

        var record = stage.Run(new PlanBuilder().WithPortal(portal => portal with { Attestation = Plan }).Build());

        record.Steps().Should().EndWith("8 completed").And.NotContain(step => step.Contains("failed", StringComparison.Ordinal));
        record.All<InstanceAttested>().Last().Version.Should().Be(PlanBuilder.New);
    }

    [Test]
    public void Header_thatIsMissing_isNamed()
    {
        using var stage = new FakeStage();
        stage.Probe.Headers = instance => Headers(("X-Release", instance.Runs!.Release), ("X-Platform", " "));

        stage.Run(new PlanBuilder().WithPortal(portal => portal with { Attestation = Plan }).Build()).LinesOf("1").Should().EndWith(
            "1 StepFailed NoEffect: Instance 'portal-1' attests no version: the answer of '/version' (status 200) has no header 'X-Platform'. "
            + "Correct 'attest' in the system file.");
    }

    [Test]
    public void Service_withoutPlatforms_hasNoHeaderForThem()
    {
        using var stage = new FakeStage();
        stage.Probe.Headers = instance => Headers(("X-Release", instance.Runs!.Release));
        var database = DatabasePlans.Service() with { Attestation = Plan with { PlatformHeader = null } };

        var record = stage.Run(new PlanBuilder().WithService(database, 1, DatabasePlans.Old).Build());

        record.Steps().Should().StartWith("1 completed");
        record.All<InstanceAttested>().First(attested => attested.Instance == "db-1").Version.Should().Be(DatabasePlans.Old);
    }

    private static ImmutableDictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToImmutableDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
}
