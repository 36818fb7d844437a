using StagingHarness.MappingFiles;
using StagingHarness.Scenarios.Documents.Mappings;

namespace StagingHarness.Recording;

/// <summary>Records a real third party as a mapping file that a system can name as it is.</summary>
public static class Recorder
{
    public const string FileName = "recorded.json";

    /// <param name="order">What is recorded.</param>
    /// <param name="listening">Hears where services call from now on.</param>
    /// <param name="time">Bounds it.</param>
    /// <param name="cancellationToken">Ends it, with everything written.</param>
    /// <exception cref="RecordRefusedException">It cannot be recorded so, or not be written.</exception>
    public static async Task<RecordingResult> RunAsync(RecordOrder order, Action<Uri> listening, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Prepare(order);
        using var ended = new CancellationTokenSource(order.For, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellationToken);
        using var proxy = new RecordingProxy(order, time);
        listening(proxy.Address);
        var (calls, exchanges, notes) = await proxy.RunAsync(ending.Token);
        var mappings = RecordedMappings.Of(exchanges, order.Hide, order.To);
        var result = new RecordingResult
        {
            Calls = calls,
            Mappings = mappings.All.Length,
            Hidden = mappings.Hidden,
            Notes = [.. notes, .. mappings.Notes],
        };
        if (mappings.All.IsEmpty)
        {
            return result;
        }

        Write(file, mappings.ToJson(), order.Force);
        return result with { File = file, Findings = MappingCheck.Of(file) };
    }

    /// <summary>Before anybody calls, so that nothing is recorded in vain.</summary>
    private static string Prepare(RecordOrder order)
    {
        if (string.IsNullOrWhiteSpace(order.Folder))
        {
            throw new RecordRefusedException("no folder was named, and nothing was recorded; name one, '.' for this one");
        }

        var file = Path.Combine(order.Folder, FileName);
        if (Path.Exists(file) && !order.Force)
        {
            throw new RecordRefusedException($"'{file}' is there already, and nothing was recorded; choose another folder, or replace it with '--force'");
        }

        try
        {
            Directory.CreateDirectory(order.Folder);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordRefusedException($"folder '{order.Folder}' cannot be made: {exception.Message}");
        }
    }

    private static void Write(string file, string json, bool force)
    {
        try
        {
            WholeFiles.Write([(file, json)], overwrite: force);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordRefusedException($"'{file}' cannot be written: {exception.Message}");
        }
    }
}
