using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
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
        foreach (var (release, platform) in expectations.SelectMany(expectation => Named(expectation.Value)))
        {
            // A version that the system does not have is a finding already.
            var known = context.Service(service.Value);
            if (IsKnown(known, release, platform)
                && !versions.Exists(version => version.Release == (release?.Value ?? version.Release) && version.Platform == (platform?.Value ?? version.Platform)))
            {
                context.Findings.Report(
                    FindingCode.NeverServed,
                    (release ?? platform)!.Span,
                    $"nothing lets {Describe(release, platform)} serve.",
                    $"what serves in this scenario: {string.Join(", ", versions.Distinct())}");
            }
        }
    }

    private static bool IsKnown(ServiceDocument? service, Spanned<string>? release, Spanned<string>? platform) =>
        service is not null
        && (release ?? platform) is not null
        && (release is null || service.Releases?.Value.Any(known => known.Name.Value == release.Value) == true)
        && (platform is null || service.Platforms?.Value.Any(known => known.Name.Value == platform.Value) == true);

    private static string Describe(Spanned<string>? release, Spanned<string>? platform) => (release, platform) switch
    {
        ({ } given, null) => $"release '{given.Value}'",
        (null, { } given) => $"platform '{given.Value}'",
        ({ } one, { } other) => $"release '{one.Value}' on platform '{other.Value}'",
        (null, null) => "nothing",
    };

    private static IEnumerable<(Spanned<string>? Release, Spanned<string>? Platform)> Named(ExpectationDocument expectation)
    {
        IEnumerable<AnswerSelectionDocument?> selections = expectation switch
        {
            AnswersExpectationDocument answers => [answers.Of?.Value],
            AvailabilityExpectationDocument availability => [availability.Of?.Value],
            LatencyExpectationDocument latency => [latency.Of?.Value],
            CompareExpectationDocument compare => [compare.Of?.Value, compare.Compare?.Value.Against?.Value.ToSelection()],
            _ => [],
        };
        var served = expectation is ServedExpectationDocument { Served.Value: var version } ? [(version.Release, version.Platform)] : Array.Empty<(Spanned<string>?, Spanned<string>?)>();
        return [.. served, .. selections.OfType<AnswerSelectionDocument>().Select(of => (of.Release, of.Platform))];
    }
}
