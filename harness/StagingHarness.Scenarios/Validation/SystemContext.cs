using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What the rules of a system file look at. Anything may be missing, for then a finding says so already.</summary>
internal sealed record SystemContext
{
    public required SystemDocument System { get; init; }

    /// <summary>The system file, relative to the root.</summary>
    public required string File { get; init; }

    /// <summary>Where files that it names are looked for.</summary>
    public required RootFolder Root { get; init; }

    public required FindingSink Findings { get; init; }

    public IEnumerable<Named<ServiceDocument>> Services => System.Services?.Value ?? [];

    public IEnumerable<Named<JobDocument>> Jobs => System.Jobs?.Value ?? [];
}
