namespace StagingHarness.Execution.Supervision;

/// <summary>Who may do what in a folder or with a file. Windows has no such modes; there nothing is changed.</summary>
internal static class FolderMode
{
    private const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>All may pass through to what they know the name of; only the owner may list or change it.</summary>
    public static void LetOthersPass(string folder) => Set(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | Execute);

    /// <summary>All may do everything in it.</summary>
    public static void LetOthersWrite(string folder) => Set(folder, Read | Write | Execute);

    /// <summary>All may read it, and run it when its owner may.</summary>
    public static void LetOthersRead(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(file);
            File.SetUnixFileMode(file, mode | Read | (mode.HasFlag(UnixFileMode.UserExecute) ? Execute : UnixFileMode.None));
        }
    }

    private static void Set(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }
}
