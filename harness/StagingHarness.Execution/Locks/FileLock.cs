using System.Globalization;

namespace StagingHarness.Execution.Locks;

/// <summary>
/// A lock that processes of this machine share: a file held open for one process alone. The system lets go of it when its
/// holder ends, however that happens.
/// </summary>
public sealed class FileLock : IDisposable
{
    /// <summary>What the system tells of a file that another process holds: EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    private static readonly int HeldCode =
        OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Waits until one of the files is free, and takes it.</summary>
    /// <param name="files">Full paths; as many holders as files at a time. Their folders are made.</param>
    /// <param name="subject">What is locked, for the message: 'the artifact cache'.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="timeProvider">Measures the wait.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="FileLockTimeoutException">None was free by the deadline.</exception>
    /// <exception cref="FileLockBrokenException">A file could not be opened, for another reason than that it is held.</exception>
    public static async Task<FileLock> AcquireAsync(
        IReadOnlyList<string> files,
        string subject,
        TimeSpan deadline,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var file in files)
            {
                if (TryAcquire(file) is { } taken)
                {
                    return taken;
                }
            }

            if (timeProvider.GetElapsedTime(start) >= deadline)
            {
                throw new FileLockTimeoutException(subject, deadline, HolderOf(files[0]));
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    /// <summary>Takes the file if it is free; null when it is held.</summary>
    /// <exception cref="FileLockBrokenException">It could not be opened, for another reason than that it is held.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written at all.</exception>
    public static FileLock? TryAcquire(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream stream;
        try
        {
            stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult == HeldCode)
        {
            return null;
        }
        catch (IOException exception)
        {
            throw new FileLockBrokenException(file, exception);
        }

        NameHolder(file);
        return new FileLock(stream);
    }

    public void Dispose() => _stream.Dispose();

    // Beside the lock, since nobody else can read the file itself while it is held.
    private static void NameHolder(string file)
    {
        try
        {
            File.WriteAllText(HolderFile(file), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // Somebody reads it just now; the name only serves a message.
        }
    }

    private static string HolderFile(string file) => file + ".holder";

    private static string HolderOf(string file)
    {
        try
        {
            return $"process {File.ReadAllText(HolderFile(file))}";
        }
        catch (IOException)
        {
            return "a process that left no name";
        }
    }
}
