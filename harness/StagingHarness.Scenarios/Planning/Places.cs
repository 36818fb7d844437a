using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Places of documents as the plan keeps them.</summary>
internal static class Places
{
    public static SourcePlace ToPlace(this SourceSpan span) => new(span.Source.Name, span.Line, span.Column);
}
