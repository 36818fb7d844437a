namespace StagingHarness.Execution.Engines.Process;

/// <summary>Finds the program of a placed version: its platform's, or the release itself where there is no platform.</summary>
internal static class PlacedProgram
{
    private const string Mark = ".runtimeconfig.json";

    /// <summary>Full path of the assembly to run.</summary>
    /// <exception cref="PlacedProgramException">There is none, or more than one.</exception>
    public static string Find(string instance, PlacementFolder folder)
    {
        var (kind, place) = folder.HasPlatform ? ("platform", folder.Platform) : ("release", folder.Release);
        var marks = Directory.GetFiles(place, "*" + Mark);
        return marks.Length == 1
            ? marks[0][..^Mark.Length] + ".dll"
            : throw new PlacedProgramException(instance, kind, place, marks.Length);
    }
}
