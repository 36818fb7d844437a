using System.Globalization;
using Docker.DotNet.Models;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>What a container may do and have: never root, nothing to write but memory, no new rights, bounded memory and processes.</summary>
internal static class ContainerHardening
{
    private const string Temporary = "/tmp";

    // Sticky and open to all, as /tmp is.
    private const string TmpfsOptions = "rw,nosuid,nodev,mode=1777";

    public static void Apply(CreateContainerParameters parameters, ContainerPlan limits)
    {
        var host = parameters.HostConfig ??= new HostConfig();
        parameters.User = limits.User;
        host.ReadonlyRootfs = limits.ReadOnly;
        host.CapDrop = ["ALL"];
        host.SecurityOpt = ["no-new-privileges"];
        host.Privileged = false;
        host.Memory = limits.MemoryBytes;
        host.MemorySwap = limits.MemoryBytes;
        host.PidsLimit = limits.Processes;

        // The engine itself knows the names of the stage. Questions for all others go to the container's own loopback, where nobody
        // answers: none leaves the stage, and whoever asks gives up after a second.
        host.DNS = ["127.0.0.1"];
        host.DNSOptions = ["timeout:1", "attempts:1"];
        host.RestartPolicy = new RestartPolicy { Name = RestartPolicyKind.No };
        host.Tmpfs = limits.Writable.Append(Temporary).Append(StagePaths.Work).Distinct(StringComparer.Ordinal)
            .ToDictionary(path => path, path => TmpfsOptions + SizeOf(path, limits) + OwnerOf(limits.User), StringComparer.Ordinal);
    }

    /// <summary>
    /// Engines give the mode of the image's folder to what lies over it, whatever is asked for, so the container's user must own it.
    /// A user who is named is known in the image only: there the folder itself must let it write.
    /// </summary>
    private static string OwnerOf(string user)
    {
        var parts = user.Split(':');
        return parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) ? $",uid={parts[0]},gid={parts[^1]}" : "";
    }

    private static string SizeOf(string path, ContainerPlan limits) =>
        limits.WritableBytes.TryGetValue(path, out var bytes) ? string.Create(CultureInfo.InvariantCulture, $",size={bytes}") : "";

    /// <summary>
    /// A volume of the container's own, empty at first and removed with it: into a root file system that is read-only, the engine copies
    /// nothing, and into a volume it does. Its folder belongs to root, so that no program of the stage writes there.
    /// </summary>
    public static void HoldTexts(CreateContainerParameters parameters)
    {
        var host = parameters.HostConfig ??= new HostConfig();
        host.Mounts ??= [];
        host.Mounts.Add(new Mount { Type = "volume", Target = StagePaths.Texts });
    }

    /// <summary>Publishes the ports on loopback alone; zero lets the engine choose.</summary>
    public static void Publish(CreateContainerParameters parameters, IEnumerable<int> ports)
    {
        var host = parameters.HostConfig ??= new HostConfig();
        foreach (var port in ports)
        {
            var key = $"{port}/tcp";
            parameters.ExposedPorts ??= new Dictionary<string, EmptyStruct>();
            parameters.ExposedPorts[key] = default;
            host.PortBindings ??= new Dictionary<string, IList<PortBinding>>();
            host.PortBindings[key] = [new PortBinding { HostIP = "127.0.0.1", HostPort = "" }];
        }
    }
}
