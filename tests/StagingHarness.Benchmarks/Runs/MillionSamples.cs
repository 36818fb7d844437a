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
        var source = folders.Latest;
        var grown = GrownRun.Write(source, Samples, Path.Combine(root, ".stage", "benchmarks", "million")).Path;
        foreach (var (verb, options) in (IEnumerable<(string, string[])>)[("report", ["--format", "html"]), ("compare", [])])
        {
            var small = await CostsAsync([verb, source.Path, .. options]);
            var large = await CostsAsync([verb, grown, .. options]);
            var (without, with) = (small.Max(cost => cost.PeakBytes) / 1e6, large.Max(cost => cost.PeakBytes) / 1e6);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"stage {verb}, {Samples:#,0} samples: median {Median(large):0.00} s of {Times}, at most {with:0} MB; the run that they were grown from: {Median(small):0.00} s, {without:0} MB; so the samples take {with - without:0} MB"));
        }

        async Task<ProcessCost[]> CostsAsync(string[] arguments)
        {
            var costs = new ProcessCost[Times];
            for (var time = 0; time < Times; time++)
            {
                costs[time] = await ProcessCost.MeasureAsync(stage, arguments, root);
            }

            return costs;
        }
    }

    private static double Median(ProcessCost[] costs) => costs.Select(cost => cost.Time).Order().ElementAt(Times / 2).TotalSeconds;
}
