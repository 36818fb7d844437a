using System.Globalization;
using System.Runtime.InteropServices;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>What decides where engines are looked for: environment, user and file system.</summary>
internal sealed partial record EndpointSurroundings
{
    /// <summary>Value of an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Content of a text file; null when there is none, or none that we may read.</summary>
    public required Func<string, string?> ReadFile { get; init; }

    public required string HomeFolder { get; init; }

    /// <summary>User's id; null on Windows.</summary>
    public required string? UserId { get; init; }

    public static EndpointSurroundings OfThisProcess() => new()
    {
        Variable = Environment.GetEnvironmentVariable,
        ReadFile = ReadText,
        HomeFolder = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        UserId = OperatingSystem.IsWindows() ? null : GetUserId().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Value of a variable, null also when it is empty.</summary>
    public string? Setting(string variable) => Variable(variable)?.Trim() is { Length: > 0 } value ? value : null;

    private static string? ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "getuid")]
    private static partial uint GetUserId();
}
