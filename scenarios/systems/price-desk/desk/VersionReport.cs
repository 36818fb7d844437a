using System.Reflection;

namespace PriceDesk;

/// <summary>What '/version' answers: what this process is, by what it has and not by what it was told.</summary>
internal sealed record VersionReport(string Release)
{
    public static VersionReport OfThisProcess() =>
        new(typeof(VersionReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");
}
