using System.Collections.Immutable;
using StagingHarness.MappingFiles;

namespace StagingHarness.OpenApi.Folders;

/// <summary>A folder that a system names whole: what lies in it already is never mixed with what is imported unless somebody says so.</summary>
internal sealed class MappingFolder
{
    private readonly string folder;
    private readonly bool force;

    /// <exception cref="ImportRefusedException">It is no folder, or holds mapping files.</exception>
    public MappingFolder(string folder, bool force)
    {
        this.folder = folder;
        this.force = force;
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new ImportRefusedException("no folder was named, and nothing was imported; name one, '.' for this one");
        }

        if (File.Exists(folder))
        {
            throw new ImportRefusedException($"'{folder}' is a file, and nothing was imported; name a folder");
        }

        try
        {
            if (!force && FilesIn().FirstOrDefault() is { } there)
            {
                throw new ImportRefusedException($"'{Path.Combine(folder, there)}' is there already, and nothing was imported; choose another folder, or replace files with '--force'");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"folder '{folder}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Each whole or not at all, and all or none of those that are new.</summary>
    /// <param name="files">Names and texts.</param>
    /// <returns>Their paths, and the mapping files that lay there before and lie there still.</returns>
    /// <exception cref="ImportRefusedException">They cannot be written.</exception>
    public (ImmutableArray<string> Written, ImmutableArray<string> Others) Write(IReadOnlyCollection<(string Name, string Text)> files)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WholeFiles.Write([.. files.Select(file => (Path.Combine(folder, file.Name), file.Text))], overwrite: force);
            var written = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            return ([.. files.Select(file => Path.Combine(folder, file.Name))], [.. FilesIn().Where(name => !written.Contains(name))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"the mappings cannot be written to '{folder}': {exception.Message}");
        }
    }

    private IEnumerable<string> FilesIn() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(name => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [];
}
