using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Programs;

/// <summary>A program of the harness's own does not lie where the build puts it.</summary>
public sealed class HarnessProgramMissingException : EnvironmentException
{
    public HarnessProgramMissingException(string program, string file)
        : base($"The harness's program '{program}' is missing: '{file}' does not exist. "
            + "Build the project that you run again; its build puts the harness's programs into 'instances' beside it.")
    {
    }
}
