namespace StagingHarness.Browser;

/// <summary>Finds a browser that is installed; none is ever downloaded.</summary>
public static class BrowserProgram
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "STAGE_BROWSER";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>What is missing, and how it is had.</summary>
    public static string Missing => WhyMissing(Environment.GetEnvironmentVariable);

    /// <summary>The program that is named; else the one that Playwright has installed, if it has; else the system's. Null when there is none.</summary>
    /// <param name="ofPlaywright">Where Playwright's own would lie; null where that is not known.</param>
    public static string? Find(string? ofPlaywright) => Find(ofPlaywright, Environment.GetEnvironmentVariable, File.Exists);

    internal static string WhyMissing(Func<string, string?> environment) => environment(Variable) is { Length: > 0 } named
        ? $"{Variable} names '{named}', and no such file is there; name a browser, or leave it empty to have one looked for."
        : $"no browser was found; install Debian's package 'chromium', or name the program in {Variable}.";

    internal static string? Find(string? ofPlaywright, Func<string, string?> environment, Func<string, bool> exists) =>
        environment(Variable) is { Length: > 0 } named
            ? exists(named) ? named : null
            : Usual.Prepend(ofPlaywright).FirstOrDefault(path => path is not null && exists(path));
}
