using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Which service a step means that names none: the one of <c>upgrade</c>, else the only one on the stage.</summary>
internal static class ServiceChoice
{
    /// <summary>Null when it cannot be told.</summary>
    public static string? Of(ScenarioDocument scenario, Spanned<string>? given)
    {
        if ((given ?? scenario.Upgrade?.Value.Service) is { } named)
        {
            return named.Value;
        }

        return scenario.Stage?.Value is [var only] ? only.Name.Value : null;
    }
}
