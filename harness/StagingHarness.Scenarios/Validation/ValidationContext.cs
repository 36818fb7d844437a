using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What the rules look at. Anything may be missing, for then a finding says so already; the rules check the rest.</summary>
internal sealed record ValidationContext
{
    public required MappingSyntax Root { get; init; }

    public required ScenarioDocument Scenario { get; init; }

    /// <summary>Null when the system file could not be read.</summary>
    public required SystemDocument? System { get; init; }

    public required FindingSink Findings { get; init; }

    public IEnumerable<Named<PlacementDocument>> Stage => Scenario.Stage?.Value ?? [];

    public IEnumerable<Named<ServiceDocument>> Services => System?.Services?.Value ?? [];

    public IEnumerable<Spanned<StepDocument>> AllSteps => [.. Scenario.Steps?.Value ?? [], .. Scenario.OnPage?.Value ?? []];

    public IEnumerable<Spanned<ExpectationDocument>> Expectations => Scenario.Expect?.Value ?? [];

    /// <summary>The service of that name; null when the system has none, or cannot be told.</summary>
    public ServiceDocument? Service(string name) => Services.FirstOrDefault(service => service.Name.Value == name)?.Value?.Value;
}
