using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Places;

/// <summary>The places of a YAML text that was read.</summary>
internal static class YamlPlaces
{
    public static DocumentPlaces Of(PlacedYaml yaml)
    {
        if (yaml.Broken is { } broken)
        {
            return new DocumentPlaces { Broken = (new DocumentPlace(broken.Line, broken.Column), broken.Summary, broken.Hint) };
        }

        var places = new DocumentPlaces();
        foreach (var (pointer, line, column) in yaml.Places)
        {
            places.Add(pointer, new DocumentPlace(line, column));
        }

        return places;
    }
}
