using System.Reflection;

namespace ClientPortal.Platform;

/// <summary>Reads versions where they are stated, without loading anything.</summary>
internal static class AssemblyVersions
{
    /// <summary>The version that the project of an assembly gave it.</summary>
    public static string Stated(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The auth libraries that lie beside the platform, by name.</summary>
    public static SortedDictionary<string, string> CarriedAuthLibraries() =>
        ByName(Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.IdentityModel.*.dll")
            .Select(AssemblyName.GetAssemblyName));

    /// <summary>The auth libraries that this process has loaded so far, by name.</summary>
    public static SortedDictionary<string, string> LoadedAuthLibraries() =>
        ByName(AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName()).Where(IsAuthLibrary));

    private static bool IsAuthLibrary(AssemblyName name) =>
        name.Name is { } text && text.Contains(".IdentityModel.", StringComparison.Ordinal);

    private static SortedDictionary<string, string> ByName(IEnumerable<AssemblyName> names)
    {
        SortedDictionary<string, string> versions = new(StringComparer.Ordinal);
        foreach (AssemblyName name in names)
        {
            versions[name.Name!] = name.Version!.ToString();
        }

        return versions;
    }
}
