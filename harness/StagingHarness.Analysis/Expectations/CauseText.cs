using StagingHarness.Analysis.Causes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What is asked of the suspected cause, and what it says, in words.</summary>
internal static class CauseText
{
    /// <summary><c>a suspected cause that names the provider's 'audience'</c>.</summary>
    public static string Wanted(CauseExpectationPlan plan)
    {
        string?[] wanted =
        [
            plan.Facet is { } facet ? $"the provider's '{ExpectationWords.Name(facet)}'" : null,
            plan.Library is { } library ? $"library '{library}'" : null,
            plan.Release is { } release ? $"release '{release}'" : null,
            plan.Configuration is { } configuration ? $"configuration '{configuration}'" : null,
        ];
        return $"a suspected cause that names {string.Join(" and ", wanted.OfType<string>())}";
    }

    public static string Got(SuspectedCause? cause)
    {
        if (cause is null)
        {
            return "no suspicion";
        }

        string?[] found =
        [
            cause.Facet is { } facet ? $"the provider's '{ExpectationWords.Name(facet)}'" : null,
            cause.Library is { } library ? $"library '{library.Name}' ({library.Wanted} wanted)" : null,
            cause.Family is { } family ? CauseWords.Of(family) : null,
            .. cause.Differences.Where(difference => difference.What is "release" or "configuration")
                .Select(difference => $"{difference.What} '{string.Join("', '", difference.Failed)}'"),
            cause.Error is { } error ? $"logged {error.Type}" : null,
        ];
        return found.OfType<string>().ToArray() is { Length: > 0 } named ? string.Join("; ", named) : "a suspicion that names nothing";
    }
}
