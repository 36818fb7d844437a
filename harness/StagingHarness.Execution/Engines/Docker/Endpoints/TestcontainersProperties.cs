namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>Settings of the user's <c>.testcontainers.properties</c>, a Java properties file without continued lines.</summary>
internal sealed class TestcontainersProperties
{
    private static readonly char[] Separators = ['=', ':', ' '];

    private readonly Dictionary<string, string> _values = [];

    /// <param name="text">Content of the file; null when there is none.</param>
    public TestcontainersProperties(string? text)
    {
        var lines = (text ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or '!'));
        foreach (var parts in lines.Select(line => line.Split(Separators, 2, StringSplitOptions.TrimEntries)))
        {
            if (parts is [var name, { Length: > 0 } value])
            {
                // 'docker.host = x' leaves the separator with the value.
                _values[name] = value.TrimStart('=', ':').TrimStart();
            }
        }
    }

    public static TestcontainersProperties Of(EndpointSurroundings surroundings) =>
        new(surroundings.ReadFile(Path.Combine(surroundings.HomeFolder, ".testcontainers.properties")));

    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
