namespace StagingHarness.BrowserTests.Browsers;

/// <summary>Finds a browser that is installed; none is ever downloaded.</summary>
internal static class BrowserFinder
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "STAGE_BROWSER";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Its path; null when there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);
}
