using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Jobs;

/// <summary>The engine no longer knows how a job ended; that says nothing about the job.</summary>
internal sealed class JobLostException(string job)
    : EnvironmentException($"Job '{job}' is gone, and the engine does not know its exit code. Was it removed from outside, or did the engine end?");
