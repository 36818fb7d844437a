using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Execution.Artifacts;

/// <summary>Names what a build is made of, so that an equal name means an equal build.</summary>
internal static class ArtifactKey
{
    // Changes when the way of building does.
    private const string Scheme = "publish-2";

    // The build takes every environment variable as a property; the SDK itself reads these, whatever the project names.
    private static readonly string[] PropertiesOfTheSdk =
    [
        "AssemblyVersion", "DefineConstants", "FileVersion", "InformationalVersion", "LangVersion", "PackageVersion", "RuntimeIdentifier",
        "SourceRevisionId", "TargetFramework", "Version", "VersionPrefix", "VersionSuffix",
    ];

    /// <summary>SHA-256 over scheme, SDKs, environment and, relative to the project, each file's path and content.</summary>
    /// <param name="projectFile">Full path of the project.</param>
    /// <param name="inputs">What its build reads.</param>
    /// <param name="sdks">Versions of the SDKs that are there; with the global.json files they decide which one builds.</param>
    /// <param name="environment">Value of an environment variable, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static string Compute(
        string projectFile,
        ProjectInputs inputs,
        IReadOnlyList<string> sdks,
        Func<string, string?> environment,
        CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Scheme);
        Append(hash, Path.GetFileName(projectFile));
        foreach (var sdk in sdks)
        {
            Append(hash, "sdk " + sdk);
        }

        foreach (var property in inputs.Properties.Union(PropertiesOfTheSdk, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            if (environment(property) is { } value)
            {
                Append(hash, $"environment {property}={value}");
            }
        }

        var folder = Path.GetDirectoryName(projectFile)!;
        foreach (var file in inputs.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Append(hash, "file " + Path.GetRelativePath(folder, file).Replace('\\', '/'));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
}
