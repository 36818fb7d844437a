using System.Reflection;

namespace OrderDesk;

/// <summary>Says what this process is, by what it has and not by what it was told.</summary>
internal sealed class Attestation
{
    private readonly string _release =
        typeof(Attestation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private readonly SortedDictionary<string, string> _carried = CarriedAuthLibraries();

    public VersionReport Report() => new(_release, _carried);

    /// <summary>Of the files that lie there, without loading any: what is loaded later may be what breaks.</summary>
    private static SortedDictionary<string, string> CarriedAuthLibraries()
    {
        SortedDictionary<string, string> versions = new(StringComparer.Ordinal);
        string[] patterns = ["IdentityModel.dll", "Duende.IdentityModel.dll", "Microsoft.IdentityModel.*.dll"];
        foreach (string file in patterns.SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern)))
        {
            AssemblyName name = AssemblyName.GetAssemblyName(file);
            versions[name.Name!] = name.Version!.ToString();
        }

        return versions;
    }
}
