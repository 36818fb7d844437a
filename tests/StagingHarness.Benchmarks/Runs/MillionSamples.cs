using System.Globalization;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>What reports of a long run cost: a run of the incident, grown to a million samples.</summary>
internal static class MillionSamples
{
    private const int Samples = 1_000_000;
    private const int Times = 3;

    public static async Task MeasureAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("Nothing is measured: the most memory that a process held is told by /proc, which only Linux has.");
            return;
        }

        var root = CheckoutFolder.Find();
        var stage = await PublishedStage.MakeAsync(root);
        var folders = new RunFolders(root);
        folders.Clear();
        await Console.Error.WriteLineAsync("one run to grow from");
        await ProcessTimer.MeasureAsync("stage run", stage, folders.RunArguments, root, 1);
        var grown = GrownRun.Write(folders.Latest, Samples, Path.Combine(root, ".stage", "benchmarks", "million")).Path;
        foreach (var arguments in (IEnumerable<string[]>)[["report", grown, "--format", "html"], ["compare", grown]])
        {
            var costs = new List<ProcessCost>();
            for (var time = 0; time < Times; time++)
            {
                costs.Add(await ProcessCost.MeasureAsync(stage, arguments, root));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"stage {arguments[0]}, {Samples:#,0} samples: median {costs.Select(cost => cost.Time).Order().ElementAt(Times / 2).TotalSeconds:0.00} s of {Times}, at most {costs.Max(cost => cost.PeakBytes) / 1e6:0} MB"));
        }
    }
}
