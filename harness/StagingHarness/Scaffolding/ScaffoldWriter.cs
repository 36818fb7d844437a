namespace StagingHarness.Scaffolding;

/// <summary>Writes new files, all of them or none, and never over one that is there.</summary>
public static class ScaffoldWriter
{
    /// <exception cref="ScaffoldRefusedException">One of them is there already, or cannot be written.</exception>
    public static void Write(IReadOnlyCollection<ScaffoldFile> files)
    {
        if (files.FirstOrDefault(file => Path.Exists(file.Path)) is { } present)
        {
            throw new ScaffoldRefusedException($"'{present.Path}' is there already, and nothing was written; choose another name or folder");
        }

        foreach (var file in files)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
                using var stream = new FileStream(file.Path, FileMode.CreateNew, FileAccess.Write);
                using var writer = new StreamWriter(stream);
                writer.Write(file.Text);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ScaffoldRefusedException($"'{file.Path}' cannot be written: {exception.Message}");
            }
        }
    }
}
