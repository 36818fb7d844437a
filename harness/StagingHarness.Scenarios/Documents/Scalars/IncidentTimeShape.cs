using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A time of day on the incident's clock: <c>"13:55"</c>.</summary>
internal sealed class IncidentTimeShape : ScalarShape<IncidentTime>
{
    public override string Wanted => "a time on the incident's clock";

    public override string Sample => "\"13:55\"";

    private protected override ValueSchema Written => ValueSchema.Written("^[0-9]{1,2}:[0-9]{2}$");

    private protected override string Example => "write hours and minutes in quotes, like \"13:55\"";

    private protected override Reading<IncidentTime> Read(string text) => IncidentTime.TryParse(text, out var time) ? Ok(time) : NotWanted();
}
