using System.Text.Json;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Names of code as the language writes them: <c>RolledBack</c> is <c>rolled-back</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
