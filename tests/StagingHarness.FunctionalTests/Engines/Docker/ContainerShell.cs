using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>What a program in a container could do, tried with the shell that the base image has.</summary>
internal static class ContainerShell
{
    public static Task<CommandResult> ShellAsync(this IInstance instance, string script) =>
        instance.ExecuteAsync(["/bin/bash", "-c", script], CancellationToken.None);

    /// <summary>Whether a TCP connection comes about within two seconds, as seen from inside.</summary>
    public static async Task<bool> ReachesAsync(this IInstance instance, string host, int port) =>
        (await instance.ShellAsync($"timeout 2 /bin/bash -c 'exec 3<>/dev/tcp/{host}/{port}'")).ExitCode == 0;
}
