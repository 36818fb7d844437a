using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A kind of file of the language: how it is named, and how it is told from the others.</summary>
internal sealed record DocumentKind
{
    public static DocumentKind Scenario { get; } = new()
    {
        Name = "scenario",
        Order = 0,
        IsOther = root => root.Entry("scenario") is null && root.Entry("services") is not null,
    };

    public static DocumentKind System { get; } = new()
    {
        Name = "system",
        Order = 100,
        IsOther = root => root.Entry("services") is null && root.Entry("scenario") is not null,
    };

    /// <summary>What a scenario builds on: a scenario, too, or the part of one that several share.</summary>
    /// <param name="depth">How many scenarios stand upon it.</param>
    public static DocumentKind Base(int depth) => Scenario with { Order = depth, OtherSuffix = ".base.yaml" };

    public required string Name { get; init; }

    /// <summary>Findings of a lower one are told first.</summary>
    public required int Order { get; init; }

    /// <summary>The file is certainly of another kind; its keys would all be unknown.</summary>
    public required Func<MappingSyntax, bool> IsOther { get; init; }

    /// <summary>By which editors know the schema, and suites the scenarios.</summary>
    public string Suffix => $".{Name}.yaml";

    /// <summary>Another one that is as good; null when there is none.</summary>
    public string? OtherSuffix { get; init; }

    public bool IsUsualName(string file) =>
        file.EndsWith(Suffix, StringComparison.Ordinal) || (OtherSuffix is not null && file.EndsWith(OtherSuffix, StringComparison.Ordinal));
}
