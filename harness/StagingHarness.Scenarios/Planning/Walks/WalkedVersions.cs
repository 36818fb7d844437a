using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>The servers and versions of a walked step, once it is certain that they can be told.</summary>
internal sealed record WalkedVersions(string Service, ImmutableArray<string> Servers, ServerVersion Before, ServerVersion Version)
{
    /// <exception cref="InvalidOperationException">They cannot: a defect of the harness, for the rules let the step pass.</exception>
    public static WalkedVersions Of(WalkedStep step) =>
        step is { Service: { } service, Before: { } before, Version: { } version }
            ? new WalkedVersions(service, step.Servers, before, version)
            : throw new InvalidOperationException($"The versions of the step at {step.Body.Span.ToPlace()} cannot be told, without a finding.");
}
