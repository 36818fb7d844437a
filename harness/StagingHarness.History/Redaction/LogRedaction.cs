using System.Text;

namespace StagingHarness.History.Redaction;

/// <summary>Takes secrets out of the logs of a run, once nobody writes to them any more.</summary>
public static class LogRedaction
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A line at a time, several logs at once; a log without a secret stays as it is, to the byte.</summary>
    /// <param name="folder">With the logs; it may be missing.</param>
    /// <param name="redactor">What is taken out.</param>
    /// <exception cref="IOException">A log cannot be written anew.</exception>
    public static async Task ApplyAsync(string folder, Redactor redactor)
    {
        if (Directory.Exists(folder))
        {
            await Task.WhenAll(Directory.GetFiles(folder, "*.log").Select(path => Task.Run(() => Apply(path, redactor))));
        }
    }

    private static void Apply(string path, Redactor redactor)
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
