using StagingHarness.Scenarios.Documents.Schemas;

namespace StagingHarness.Scenarios;

/// <summary>JSON Schemas for editors, made from the model that binds the files.</summary>
public static class SchemaFiles
{
    /// <summary>Of <c>*.scenario.yaml</c>, with its line ends.</summary>
    public static string Scenario => DocumentSchema.Scenario;

    /// <summary>Of <c>*.system.yaml</c>, with its line ends.</summary>
    public static string System => DocumentSchema.System;
}
