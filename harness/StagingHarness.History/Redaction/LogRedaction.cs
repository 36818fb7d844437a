using System.Text;

namespace StagingHarness.History.Redaction;

/// <summary>Takes secrets out of the logs of a run, once nobody writes to them any more.</summary>
public static class LogRedaction
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A line at a time, several logs at once; a log without a secret stays as it is, to the byte. Returns when all are clean, however long that takes.</summary>
    /// <param name="folder">With the logs; it may be missing.</param>
    /// <param name="redactor">What is taken out.</param>
    /// <exception cref="IOException">Logs cannot be read, or written anew; it tells of each.</exception>
    public static void Apply(string folder, Redactor redactor)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Task.WaitAll(Directory.GetFiles(folder, "*.log").Select(path => Task.Run(() => Clean(path, redactor))));
        }
        catch (AggregateException exception)
        {
            throw new IOException(string.Join(' ', exception.InnerExceptions.Select(inner => inner.Message)), exception);
        }
    }

    private static void Clean(string path, Redactor redactor)
    {
        if (!File.ReadLines(path).Any(line => redactor.Of(line) != line))
        {
            return;
        }

        var clean = path + ".clean";
        File.WriteAllLines(clean, File.ReadLines(path).Select(redactor.Of), Utf8);
        File.Move(clean, path, overwrite: true);
    }
}
