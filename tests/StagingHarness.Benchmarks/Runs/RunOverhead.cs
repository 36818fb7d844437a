using System.Globalization;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>What a rehearsal takes beyond what its scenario scripts: start and end of the stage, and whatever comes late in between.</summary>
internal static class RunOverhead
{
    private const int Runs = 5;

    public static async Task MeasureAsync()
    {
        var root = CheckoutFolder.Find();
        var stage = await PublishedStage.MakeAsync(root);
        var folders = new RunFolders(root);
        folders.Clear();
        await Console.Error.WriteLineAsync("one run beforehand, which builds what the stage is made of");
        await ProcessTimer.MeasureAsync("stage run", stage, folders.RunArguments, root, 1);
        var overheads = new List<TimeSpan>();
        for (var run = 0; run < Runs; run++)
        {
            var took = (await ProcessTimer.MeasureAsync("stage run", stage, folders.RunArguments, root, 1)).Median;
            var record = RunReader.Read(folders.Latest);
            var scripted = ScriptedTime.Of(record);
            overheads.Add(took - scripted);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"took {took.TotalSeconds:0.00} s, of which {scripted.TotalSeconds:0.00} s are scripted: {overheads[^1].TotalSeconds:0.00} s beyond; {Parts(record, took)}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"beyond what is scripted: median {overheads.Order().ElementAt(Runs / 2).TotalSeconds:0.00} s of {Runs} runs"));
    }

    /// <summary>Where it goes: before the first request, after the last one, and outside of the run.</summary>
    private static string Parts(RunRecord record, TimeSpan took)
    {
        var started = record.Events.OfType<TrafficStarted>().Single();
        var ended = record.Events.OfType<TrafficEnded>().Single().At;
        var last = record.Events[^1].At;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{started.At.TotalSeconds:0.00} s until traffic flows (generator {started.Generator}), {(last - ended).TotalSeconds:0.00} s after it, {(took - last).TotalSeconds:0.00} s before and after the run");
    }
}
