namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>One step of a JSON pointer (RFC 6901).</summary>
public static class PointerStep
{
    /// <summary>A name as it is written between two slashes.</summary>
    public static string Of(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
