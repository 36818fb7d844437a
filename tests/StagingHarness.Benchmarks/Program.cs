using System.Globalization;
using StagingHarness.Benchmarks;

// Measured against: a process that does nothing, on the same runtime.
if (args is ["nothing"])
{
    return 0;
}

var runs = args is [var count] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 20;
var root = CheckoutFolder.Find();
await Console.Error.WriteLineAsync("publishing 'stage' as a release");
var stage = await PublishedStage.MakeAsync(root);
var empty = await ProcessTimer.MeasureAsync("an empty process", Environment.ProcessPath!, ["nothing"], root, runs);
Console.WriteLine(empty.Line(empty));
foreach (var (name, arguments) in (IEnumerable<(string, string[])>)
    [
        ("stage validate, one scenario", ["validate", "scenarios/incident/2023-05-13.scenario.yaml"]),
        ("stage validate, all that ship", ["validate", "scenarios"]),
        ("stage plan, one scenario", ["plan", "scenarios/incident/2023-05-13.scenario.yaml"]),
        ("stage schema", ["schema"]),
    ])
{
    var measured = await ProcessTimer.MeasureAsync(name, stage, arguments, root, runs);
    Console.WriteLine(measured.Line(empty));
}

return 0;
