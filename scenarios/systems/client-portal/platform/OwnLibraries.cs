using System.Runtime.Loader;

namespace ClientPortal.Platform;

/// <summary>Libraries that a release ships because no platform carries them.</summary>
internal static class OwnLibraries
{
    /// <summary>From now on a library that the platform cannot provide is looked for in the folder of the release.</summary>
    public static void OfferFrom(string folder) =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string file = Path.Combine(folder, $"{name.Name}.dll");
            // Null: the runtime says itself that the library was not found, as it does without anybody to ask.
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
}
