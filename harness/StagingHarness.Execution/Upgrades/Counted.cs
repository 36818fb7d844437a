namespace StagingHarness.Execution.Upgrades;

/// <summary>Numbers of servers in sentences.</summary>
internal static class Counted
{
    /// <summary><c>1 server holds</c>, <c>4 servers hold</c>.</summary>
    public static string Servers(int count, string one, string many) => count == 1 ? $"1 server {one}" : $"{count} servers {many}";
}
