using StagingHarness.History.Events;

namespace StagingHarness.Execution.Running;

/// <summary>Why a step failed; it stands in the journal already.</summary>
internal sealed record StepFailure(StepFailureKind Kind, string Reason);
