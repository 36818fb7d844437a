using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>One of a few names, each of which stands for a member of an enum.</summary>
internal sealed class ChoiceShape<T>(string wanted) : ScalarShape<T>
    where T : struct, Enum
{
    // Generic collections of many enums would have to be compiled for each of them whenever a command starts.
    private static readonly T[] Members = Enum.GetValues<T>();
    private static readonly string[] Names = [.. Enum.GetNames<T>().Select(KebabCase.Of)];

    public override string Wanted => wanted;

    public override string Sample => Names[0];

    private protected override ValueSchema Written => ValueSchema.OneOf(Names);

    private protected override string Example => Names is [var first, var second]
        ? $"write '{first}' or '{second}'"
        : $"write one of {NearestName.List(Names)}";

    private protected override Reading<T> Read(string text) =>
        Array.IndexOf(Names, text) is var index and >= 0
            ? Ok(Members[index])
            : Wrong(
                FindingCode.NotAChoice,
                $"which is not {Wanted}",
                NearestName.Find(text, Names) is { } nearest ? $"did you mean '{nearest}'?" : Example);
}
