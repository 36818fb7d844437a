using System.Collections.Immutable;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Runs a command in a container.</summary>
internal static class ContainerCommand
{
    private const int MostOutput = 64 * 1024;

    /// <summary>Its output is kept to 64 KiB each way; the command itself runs to its end.</summary>
    public static async Task<CommandResult> RunAsync(
        DockerClient client, string container, ImmutableArray<string> command, CancellationToken cancellationToken)
    {
        var created = await client.Exec.CreateContainerExecAsync(
            container,
            new ContainerExecCreateParameters { Cmd = [.. command], AttachStdout = true, AttachStderr = true },
            cancellationToken);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using (var stream = await client.Exec.StartContainerExecAsync(created.ID, new ContainerExecStartParameters(), cancellationToken))
        {
            var buffer = new byte[8 * 1024];
            while (await stream.ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken) is { EOF: false } read)
            {
                var target = read.Target == MultiplexedStream.TargetStream.StandardError ? error : output;
                target.Write(buffer, 0, (int)Math.Min(read.Count, MostOutput - target.Length));
            }
        }

        var ended = await client.Exec.InspectContainerExecAsync(created.ID, cancellationToken);
        return new CommandResult((int)(ended.ExitCode ?? -1), Text(output), Text(error));
    }

    private static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
}
