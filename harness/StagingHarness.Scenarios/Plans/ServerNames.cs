using System.Globalization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>Names of servers as people read them.</summary>
public static class ServerNames
{
    /// <summary><c>portal-1</c>, <c>portal-1 to portal-4</c>, <c>portal-3 and portal-1</c>.</summary>
    public static string Of(IReadOnlyList<string> names) => (names.Count, IsRun(names)) switch
    {
        (0, _) => "no server",
        (1, _) => names[0],
        (_, true) => $"{names[0]} to {names[^1]}",
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    private static bool IsRun(IReadOnlyList<string> names)
    {
        var numbered = names.Select(Split).ToList();
        return numbered.TrueForAll(each => each.Number is not null)
            && numbered.Zip(numbered.Skip(1)).All(pair => pair.First.Stem == pair.Second.Stem && pair.First.Number + 1 == pair.Second.Number);
    }

    private static (string Stem, int? Number) Split(string name)
    {
        var dash = name.LastIndexOf('-');
        return int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (name[..(dash + 1)], number) : (name, null);
    }
}
