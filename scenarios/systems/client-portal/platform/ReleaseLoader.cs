using System.Reflection;
using System.Runtime.Loader;
using ClientPortal.Contract;

namespace ClientPortal.Platform;

/// <summary>Finds the release in its folder and loads it beside the platform's own libraries.</summary>
internal static class ReleaseLoader
{
    private const string FileName = "ClientPortal.Release.dll";

    public static LoadedRelease Load(string? releasePath)
    {
        string file = FindFile(releasePath);
        OwnLibraries.OfferFrom(Path.GetDirectoryName(file)!);
        Assembly assembly = LoadAssembly(file);
        return new LoadedRelease(CreateRelease(assembly, file), AssemblyVersions.Stated(assembly));
    }

    private static string FindFile(string? releasePath)
    {
        if (string.IsNullOrWhiteSpace(releasePath))
        {
            throw new ReleaseNotLoadedException(
                "setting 'Portal:ReleasePath' is empty, so there is no release to run; "
                + "set 'Portal__ReleasePath' to the folder of a published release");
        }

        string folder = Path.GetFullPath(releasePath);
        if (!Directory.Exists(folder))
        {
            throw new ReleaseNotLoadedException(
                $"release folder '{folder}' does not exist; publish a release there or correct 'Portal__ReleasePath'");
        }

        string file = Path.Combine(folder, FileName);
        return File.Exists(file)
            ? file
            : throw new ReleaseNotLoadedException(
                $"release folder '{folder}' holds no '{FileName}'; "
                + "publish a release there or correct 'Portal__ReleasePath'");
    }

    private static Assembly LoadAssembly(string file)
    {
        try
        {
            // The default context, so that the release binds to the libraries that this platform carries.
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
        }
        catch (BadImageFormatException exception)
        {
            throw new ReleaseNotLoadedException(
                $"release '{file}' is not a .NET assembly that this runtime can load; publish the release again",
                exception);
        }
    }

    private static IRelease CreateRelease(Assembly assembly, string file)
    {
        // Exported types only: the release's inner types may need libraries that nobody has asked for yet.
        Type[] found = [.. assembly.GetExportedTypes().Where(IsRelease)];
        return found.Length == 1
            ? (IRelease)Activator.CreateInstance(found[0])!
            : throw new ReleaseNotLoadedException(
                $"release '{file}' has {found.Length} public classes that implement '{nameof(IRelease)}' "
                + "and have a constructor without parameters; it needs exactly one");
    }

    private static bool IsRelease(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && typeof(IRelease).IsAssignableFrom(type)
        && type.GetConstructor(Type.EmptyTypes) is not null;
}
