using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>What one start of an instance has of its own: a folder that it may write, whichever user it becomes, and its files.</summary>
/// <param name="Work">Folder that it may write.</param>
/// <param name="Files">Name to full path.</param>
internal sealed record InstanceFolder(string Work, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>Texts of the run, name to full path.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <exception cref="FileNotPlacedException">A file could not be put there.</exception>
    public static InstanceFolder Create(string folder, string scenarioRoot, InstanceOrder order)
    {
        var work = Path.Combine(folder, "work");
        Directory.CreateDirectory(work);
        FolderMode.LetOthersPass(folder);
        FolderMode.LetOthersWrite(work);
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in order.Files)
        {
            var own = Path.Combine(folder, "files", file.Name);
            Directory.CreateDirectory(own);
            FolderMode.LetOthersPass(Path.Combine(folder, "files"));
            FolderMode.LetOthersPass(own);
            files[file.Name] = Copy(order.Name, Path.Combine(scenarioRoot, file.Source), Path.Combine(own, Path.GetFileName(file.At)));
        }

        return new InstanceFolder(work, files.ToImmutable()) { Texts = Write(Path.Combine(folder, "stage"), order) };
    }

    private static ImmutableSortedDictionary<string, string> Write(string folder, InstanceOrder order)
    {
        if (order.Texts.IsEmpty)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        Directory.CreateDirectory(folder);
        FolderMode.LetOthersPass(folder);
        return order.Texts.ToImmutableSortedDictionary(text => text.Name, Put, StringComparer.Ordinal);

        string Put(InstanceText text)
        {
            var path = Path.Combine(folder, text.FileName);
            try
            {
                File.WriteAllText(path, text.Content);
                FolderMode.LetOthersRead(path);
                return path;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new FileNotPlacedException(order.Name, text.FileName, exception);
            }
        }
    }

    private static string Copy(string instance, string source, string target)
    {
        try
        {
            File.Copy(source, target);
            FolderMode.LetOthersRead(target);
            return target;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileNotPlacedException(instance, source, exception);
        }
    }
}
