using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>One of a few names, each of which stands for a member of an enum.</summary>
internal sealed class ChoiceShape<T>(string wanted) : ScalarShape<T>
    where T : struct, Enum
{
    public static ImmutableSortedDictionary<string, T> Names { get; } =
        Enum.GetValues<T>().ToImmutableSortedDictionary(member => KebabCase.Of(member.ToString()), member => member, StringComparer.Ordinal);

    public override string Wanted => wanted;

    public override string Sample => InOrder()[0];

    private protected override ValueSchema Written => ValueSchema.OneOf(InOrder());

    private protected override string Example => InOrder() is [var first, var second]
        ? $"write '{first}' or '{second}'"
        : $"write one of {NearestName.List(InOrder())}";

    private protected override Reading<T> Read(string text) =>
        Names.TryGetValue(text, out var member)
            ? Ok(member)
            : Wrong(
                FindingCode.NotAChoice,
                $"which is not {Wanted}",
                NearestName.Find(text, InOrder()) is { } nearest ? $"did you mean '{nearest}'?" : Example);

    private static List<string> InOrder() => [.. Enum.GetValues<T>().Select(member => KebabCase.Of(member.ToString()))];
}
