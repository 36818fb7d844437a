namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>The valid name that a wrong one was probably meant to be.</summary>
public static class NearestName
{
    private const int LongestListed = 12;

    /// <summary>A hint that offers the nearest name, or all of them when none is near.</summary>
    public static string Hint(string wrong, IEnumerable<string> valid)
    {
        var names = valid.ToList();
        if (Find(wrong, names) is { } nearest)
        {
            return $"did you mean '{nearest}'?";
        }

        return names.Count switch
        {
            0 => "there is none to choose from",
            1 => $"the only one is '{names[0]}'",
            _ => "write one of " + List(names),
        };
    }

    /// <summary>Names in quotes with commas, cut after a dozen.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(LongestListed).Select(name => $"'{name}'"))
        + (names.Count > LongestListed ? $" and {names.Count - LongestListed} more" : "");

    /// <summary>Null when none is near enough to be offered.</summary>
    public static string? Find(string wrong, IEnumerable<string> valid)
    {
        // Longer than any name of the language: nobody has mistyped it, and the comparison would cost its square.
        if (wrong.Length > 100)
        {
            return null;
        }

        return valid
            .Select(name => (Name: name, Distance: Distance(wrong, name)))
            .Where(entry => entry.Distance <= Math.Max(1, Math.Min(wrong.Length, entry.Name.Length) / 3))
            .OrderBy(entry => entry.Distance)
            .ThenBy(entry => Math.Abs(entry.Name.Length - wrong.Length))
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => entry.Name)
            .FirstOrDefault();
    }

    // Optimal string alignment: insert, delete, replace, or swap two neighbours; case does not count.
    private static int Distance(string left, string right)
    {
        var a = left.ToUpperInvariant();
        var b = right.ToUpperInvariant();
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
