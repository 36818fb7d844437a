namespace StagingHarness.MappingFiles;

/// <summary>Writes files that are whole or not there at all, whenever the process ends.</summary>
public static class WholeFiles
{
    /// <summary>None goes to its place before all of them are written; when one cannot, those that were not there before are taken away again.</summary>
    /// <param name="files">Paths and texts.</param>
    /// <param name="overwrite">Files that are there are replaced; those that were before another one failed stay so.</param>
    /// <exception cref="IOException">They cannot be written, or one is there that is not to be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    public static void Write(IReadOnlyCollection<(string File, string Text)> files, bool overwrite)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var (file, text) in files)
            {
                WriteHalf(HalfOf(file), text, made);
            }

            foreach (var (file, _) in files)
            {
                var isNew = !File.Exists(file);
                File.Move(HalfOf(file), file, overwrite);
                made.Remove(HalfOf(file));
                if (isNew)
                {
                    made.Add(file);
                }
            }
        }
        catch
        {
            TakeAway(made);
            throw;
        }
    }

    /// <summary>Ours from the moment on that it is open: what cannot be opened is somebody else's.</summary>
    private static void WriteHalf(string half, string text, HashSet<string> made)
    {
        using var writer = new StreamWriter(half);
        made.Add(half);
        writer.Write(text);
    }

    private static void TakeAway(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Why the files could not be written is told; that one of them could not be deleted either says no more.
            }
        }
    }

    private static string HalfOf(string file) => file + ".half";
}
