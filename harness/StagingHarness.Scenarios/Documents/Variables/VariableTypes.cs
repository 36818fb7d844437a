using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>How values of each type are written: as everywhere else in the language.</summary>
internal static class VariableTypes
{
    private const int LargestCount = 1_000_000;

    /// <summary>Whether the value is of that type; when it is not, a finding says so.</summary>
    public static bool Accepts(VariableType type, ScalarSyntax value, BindingPlace place) => type switch
    {
        VariableType.Text => Read(new TextShape("a text", "hello") { Verbatim = true }, value, place),
        VariableType.Version => Read(new VersionNameShape("the name of a release or platform", "2.0"), value, place),
        VariableType.Count => Read(new CountShape { Least = 0, Most = LargestCount, Usual = 4 }, value, place),
        VariableType.Duration => Read(new RealDurationShape(), value, place),
        VariableType.IncidentDuration => Read(new IncidentDurationShape { MayBeZero = true }, value, place),
        VariableType.Share => Read(new ShareShape(), value, place),
        VariableType.Rate => Read(new RateShape(), value, place),
        VariableType.Flag => Read(new FlagShape(), value, place),
    };

    private static bool Read<T>(ScalarShape<T> shape, ScalarSyntax value, BindingPlace place)
        where T : notnull =>
        shape.Bind(value, place) is not null;
}
