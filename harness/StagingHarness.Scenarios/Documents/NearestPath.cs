using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The valid path that a wrong one was probably meant to be.</summary>
internal static class NearestPath
{
    /// <summary>A hint that offers the nearest path, or those below the same first key, or what a path looks like.</summary>
    public static string Hint(string wrong, IReadOnlyCollection<string> valid)
    {
        if (NearestName.Find(wrong, valid) is { } nearest)
        {
            return $"did you mean '{nearest}'?";
        }

        var first = wrong.Split('.')[0];
        List<string> beside = [.. valid.Where(path => path == first || path.StartsWith($"{first}.", StringComparison.Ordinal))];
        return beside.Count > 0
            ? $"write one of {NearestName.List(beside)}"
            : "write the keys from the top of the file with dots between them, like 'upgrade.to.release'";
    }
}
