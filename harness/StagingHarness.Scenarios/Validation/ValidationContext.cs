using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Recordings;
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

    /// <summary>What is replayed; null when nothing is, or it could not be read.</summary>
    public required Recording? Recording { get; init; }

    /// <summary>A recording is named, and could not be read, which is a finding: nobody knows what would be sent.</summary>
    public bool IsRecordingUnread => Scenario.Traffic?.Value.Replay is not null && Recording is null;

    public required FindingSink Findings { get; init; }

    public IEnumerable<Named<PlacementDocument>> Stage => Scenario.Stage?.Value ?? [];

    public IEnumerable<Named<ServiceDocument>> Services => System?.Services?.Value ?? [];

    public IEnumerable<Spanned<StepDocument>> AllSteps => [.. Scenario.Steps?.Value ?? [], .. Scenario.OnPage?.Value ?? []];

    public IEnumerable<Spanned<ExpectationDocument>> Expectations => Scenario.Expect?.Value ?? [];

    /// <summary>True when the key stands in that part of the scenario, whatever is written there.</summary>
    public bool IsWritten(string part, string key) => (Root.Entry(part)?.Value as MappingSyntax)?.Entry(key) is not null;

    /// <summary>The service of that name; null when the system has none, or cannot be told.</summary>
    public ServiceDocument? Service(string name) => Services.FirstOrDefault(service => service.Name.Value == name)?.Value?.Value;
}
