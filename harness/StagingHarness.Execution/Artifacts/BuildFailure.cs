using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Artifacts;

/// <summary>Says what a failed build said.</summary>
internal static class BuildFailure
{
    private const int MostLines = 20;

    /// <summary>Names the artifact whose project the errors are about, or all when they are about what these share.</summary>
    public static ArtifactBuildException From(ImmutableArray<PublishOrder> orders, ImmutableArray<string> output)
    {
        var errors = output.Where(IsError).Select(line => line.Trim()).Distinct().ToImmutableArray();
        var blamed = orders.Where(order => errors.Any(error => error.Contains(order.ProjectFile, StringComparison.Ordinal))).ToImmutableArray();
        var named = blamed.IsEmpty ? orders : blamed;
        return new ArtifactBuildException(
            string.Join("', '", named.Select(order => order.Plan.Id)),
            $"'{string.Join("', '", named.Select(order => order.Plan.ProjectFile))}' does not build.",
            errors.IsEmpty ? [.. output.TakeLast(MostLines)] : [.. errors.Take(MostLines)]);
    }

    private static bool IsError(string line) =>
        line.Contains(": error ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal)
        || line.Contains(" error MSB", StringComparison.Ordinal);
}
