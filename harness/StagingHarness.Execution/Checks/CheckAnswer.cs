using System.Collections.Immutable;

namespace StagingHarness.Execution.Checks;

/// <summary>What was seen when a condition was asked for.</summary>
/// <param name="IsMet">It holds.</param>
/// <param name="What">For people, as a clause: <c>'portal-1' answers '/ready' with 503</c>.</param>
internal sealed record CheckAnswer(bool IsMet, string What)
{
    /// <summary>The answer of all: of those that do not hold where there are any. At least one.</summary>
    public static CheckAnswer OfAll(ImmutableArray<CheckAnswer> answers)
    {
        var against = answers.Where(answer => !answer.IsMet).ToList();
        return against.Count == 0
            ? new CheckAnswer(true, string.Join("; ", answers.Select(answer => answer.What)))
            : new CheckAnswer(false, string.Join("; ", against.Select(answer => answer.What)));
    }
}
