using StagingHarness.Execution.Engines.Docker.Images;

namespace StagingHarness.Doctor;

/// <summary>An image that the harness builds upon, and the name by which the engine has it; null when it has none of them.</summary>
internal sealed record ImageFact(ImageSetting Setting, string? Present);
