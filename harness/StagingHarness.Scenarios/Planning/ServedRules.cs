using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>A version whose answers are expected does serve at some time.</summary>
internal static class ServedRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        // A step or a place on the stage that could not be read may bring the version that seems to be missing.
        if (!WrittenSteps.AreAllRead(context)
            || context.Scenario.Traffic?.Value.Service is not { } service
            || steps.All.Any(step => step.Service == service.Value && step.Version is null)
            || steps.WithoutPage.GetValueOrDefault(service.Value)?.Serving is not { } end)
        {
            return;
        }

        List<ServerVersion> versions =
        [
            .. steps.All.Where(step => step.Service == service.Value).SelectMany(step => (ServerVersion?[])[step.Before, step.Version]).OfType<ServerVersion>(),
            end,
        ];
        var expectations = context.Expectations.Concat(WrittenSteps.Gates(context).SelectMany(gate => gate.Expect?.Value ?? []));
        foreach (var named in expectations.SelectMany(expectation => Named(expectation.Value)))
        {
            // A version that the system does not have is a finding already.
            if (IsKnown(context.Service(service.Value), named) && !versions.Exists(version => IsMeant(version, named)))
            {
                context.Findings.Report(
                    FindingCode.NeverServed,
                    (named.Release ?? named.Platform ?? named.Configuration)!.Span,
                    $"nothing lets {Describe(named)} serve.",
                    $"what serves in this scenario: {string.Join(", ", versions.Distinct())}");
            }
        }
    }

    private static bool IsMeant(ServerVersion version, VersionDocument named) =>
        version.Release == (named.Release?.Value ?? version.Release)
        && version.Platform == (named.Platform?.Value ?? version.Platform)
        && version.Configuration == (named.Configuration?.Value ?? version.Configuration);

    private static bool IsKnown(ServiceDocument? service, VersionDocument named) =>
        service is not null
        && (named.Release ?? named.Platform ?? named.Configuration) is not null
        && (named.Release is null || service.Releases?.Value.Any(known => known.Name.Value == named.Release.Value) == true)
        && (named.Platform is null || service.Platforms?.Value.Any(known => known.Name.Value == named.Platform.Value) == true)
        && (named.Configuration is null || service.Configurations?.Value.Any(known => known.Name.Value == named.Configuration.Value) == true);

    private static string Describe(VersionDocument named)
    {
        string?[] axes =
        [
            named.Release is { } release ? $"release '{release.Value}'" : null,
            named.Platform is { } platform ? $"platform '{platform.Value}'" : null,
            named.Configuration is { } configuration ? $"configuration '{configuration.Value}'" : null,
        ];
        return string.Join(" in ", ((string?[])[string.Join(" on ", axes[..2].OfType<string>()), axes[2]]).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static IEnumerable<VersionDocument> Named(ExpectationDocument expectation)
    {
        IEnumerable<AnswerSelectionDocument?> selections = expectation switch
        {
            AnswersExpectationDocument answers => [answers.Of?.Value],
            AvailabilityExpectationDocument availability => [availability.Of?.Value],
            LatencyExpectationDocument latency => [latency.Of?.Value],
            CompareExpectationDocument compare => [compare.Of?.Value, compare.Compare?.Value.Against?.Value.ToSelection()],
            _ => [],
        };
        IEnumerable<VersionDocument> served = expectation switch
        {
            ServedExpectationDocument { Served.Value: { } version } => [version],
            CauseExpectationDocument { Cause.Value.Release: { } release } => [new VersionDocument { Release = release }],
            _ => [],
        };
        return
        [
            .. served,
            .. selections.OfType<AnswerSelectionDocument>()
                .Select(of => new VersionDocument { Release = of.Release, Platform = of.Platform, Configuration = of.Configuration }),
        ];
    }
}
