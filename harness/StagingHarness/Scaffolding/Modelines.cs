namespace StagingHarness.Scaffolding;

/// <summary>The first lines of a file, by which editors find its schema: those that know the YAML language server, and those of JetBrains.</summary>
internal static class Modelines
{
    /// <summary>Two lines, without a line end after the second.</summary>
    public static string Of(string schemaPath) => $"# yaml-language-server: $schema={schemaPath}\n# $schema: {schemaPath}";
}
