namespace StagingHarness.OpenApi.Reading;

/// <summary>References that lead to nothing but themselves; the library throws wherever such a one is asked for what it stands for.</summary>
internal static class CircularReference
{
    private const string Beginning = "Circular reference";

    /// <summary>Whether the library has said so.</summary>
    public static bool IsSaid(string message) => message.StartsWith(Beginning, StringComparison.Ordinal);

    /// <summary>Whether the library has thrown since it met one.</summary>
    public static bool IsTold(InvalidOperationException exception) => IsSaid(exception.Message);
}
