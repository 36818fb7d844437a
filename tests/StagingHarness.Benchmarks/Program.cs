using System.Globalization;
using StagingHarness.Benchmarks;
using StagingHarness.Benchmarks.Contests;
using StagingHarness.Benchmarks.Detection;
using StagingHarness.Benchmarks.Parts;
using StagingHarness.Benchmarks.Runs;

switch (args)
{
    // Measured against: a process that does nothing, on the same runtime.
    case ["nothing"]:
        return 0;
    case [ServerProcess.Verb]:
        await AnswerServer.RunAsync();
        return 0;
    case ["generator"]:
        return await GeneratorContest.RunAsync(npmFolder: null);
    case ["generator", "--npm", var folder]:
        return await GeneratorContest.RunAsync(folder);
    case ["detection"]:
        return await DetectionBenchmark.RunAsync();
    case ["overhead"]:
        await RunOverhead.MeasureAsync();
        return 0;
    case ["million"]:
        await MillionSamples.MeasureAsync();
        return 0;
    case ["parts"]:
        return PartsBenchmark.Run();
    case []:
        await CommandStart.MeasureAsync(runs: 20);
        return 0;
    case [var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0:
        await CommandStart.MeasureAsync(runs);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: [RUNS] | generator [--npm FOLDER] | detection | overhead | million | parts");
        return 2;
}
