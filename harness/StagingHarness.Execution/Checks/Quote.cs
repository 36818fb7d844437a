namespace StagingHarness.Execution.Checks;

/// <summary>What the system wrote, short enough for a line.</summary>
internal static class Quote
{
    private const int Longest = 200;

    public static string Of(string text) => text.Trim().ReplaceLineEndings(" | ") switch
    {
        "" => "nothing",
        { Length: > Longest } line => $"'{line[..Longest]}…'",
        var line => $"'{line}'",
    };
}
