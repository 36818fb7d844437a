using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Programs;

/// <summary>No dotnet host was found to run programs with.</summary>
public sealed class DotnetHostMissingException : EnvironmentException
{
    public DotnetHostMissingException(IReadOnlyCollection<string> tried)
        : base($"The dotnet host was not found; tried '{string.Join("', '", tried)}'. "
            + "Install the .NET SDK, or set DOTNET_ROOT to the folder that holds 'dotnet'.")
    {
    }
}
