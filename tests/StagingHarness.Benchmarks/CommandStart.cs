namespace StagingHarness.Benchmarks;

/// <summary>How long commands take that only read.</summary>
internal static class CommandStart
{
    public static async Task MeasureAsync(int runs)
    {
        var root = CheckoutFolder.Find();
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
    }
}
