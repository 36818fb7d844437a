using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>Names a machine, so that harnesses of several machines tell their objects on one engine apart.</summary>
internal static class HostId
{
    private const string MachineIdFile = "/etc/machine-id";
    private const int HashLength = 12;

    public static string OfThisMachine() => Of(Environment.MachineName, ReadMachineId());

    /// <param name="machineName">Name of the machine, which need not be its alone.</param>
    /// <param name="machineId">Id of the installed system; it should not be shown around, so only a part of its hash is. Null where there is none.</param>
    internal static string Of(string machineName, string? machineId) =>
        machineId is null
            ? machineName
            : $"{machineName}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(machineId.Trim())))[..HashLength]}";

    private static string? ReadMachineId()
    {
        try
        {
            return File.ReadAllText(MachineIdFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
