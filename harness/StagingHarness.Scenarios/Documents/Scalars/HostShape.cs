using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A host as in a URL, with its port where that is not the usual one: <c>shop.example</c>, <c>localhost:5000</c>.</summary>
internal sealed partial class HostShape : ScalarShape<string>
{
    private const string Pattern = @"^(\[[0-9A-Fa-f:.]+\]|[^\s/:\[\]]+)(:[0-9]{1,5})?$";

    public override string Wanted => "a host";

    public override string Sample => "shop.example";

    private protected override ValueSchema Written => ValueSchema.Written(Pattern);

    private protected override string Example => $"write it like '{Sample}', with a port where the URL has one: 'localhost:5000'";

    private protected override Reading<string> Read(string text) => Host().IsMatch(text) ? Ok(text) : NotWanted();

    [GeneratedRegex(Pattern)]
    private static partial Regex Host();
}
