using System.Collections;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// What of our own environment processes of a run must not see, so that a rehearsal is the same under <c>dotnet test</c>, in an
/// editor and in CI, and stays on this machine.
/// </summary>
internal static class InheritedEnvironment
{
    private static readonly string[] HostPrefixes =
    [
        "ASPNETCORE_", "MSBUILD", "VSTEST_", "CORECLR_", "COR_PROFILER", "COR_ENABLE", "DOTNET_LAUNCH_", "KESTREL__",
    ];

    private static readonly string[] HostNames =
    [
        "DOTNET_ENVIRONMENT", "DOTNET_URLS", "DOTNET_HTTP_PORTS", "DOTNET_CONTENTROOT", "DOTNET_STARTUP_HOOKS",
        "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE", "URLS", "HTTP_PORTS", "HTTPS_PORTS", "PLATFORM", "CONFIGURATION",
    ];

    private static readonly string[] ProxyNames = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "FTP_PROXY"];

    /// <summary>Names of variables that are set, and that steer .NET hosts, builds and hooks into them.</summary>
    public static IEnumerable<string> OfHosts() => SetNames().Where(SteersHosts);

    /// <summary>The same, and those that lead out of this machine: a stage stands on loopback, a build may need its proxy.</summary>
    public static IEnumerable<string> OfHostsAndProxies() => SetNames().Where(name => SteersHosts(name) || IsProxy(name));

    internal static bool SteersHosts(string name) =>
        HostNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || HostPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    internal static bool IsProxy(string name) => ProxyNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> SetNames() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key);
}
