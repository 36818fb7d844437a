using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>What single operations cost that a rehearsal does for every answer, and its report for every sample.</summary>
internal static class PartsBenchmark
{
    private const int Iterations = 10;

    private static readonly Type[] All =
        [typeof(DetectorPart), typeof(SamplePart), typeof(LatencyPart), typeof(JournalPart), typeof(ArrivalPart)];

    /// <returns>Exit code: 1 where a part was not measured.</returns>
    public static int Run()
    {
        var log = new AccumulationLogger();
        var summaries = BenchmarkRunner.Run(All, Config(log));
        foreach (var summary in summaries)
        {
            MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
        }

        if (summaries.Length > 0 && summaries.All(IsMeasured))
        {
            return 0;
        }

        Console.WriteLine(log.GetLog());
        Console.WriteLine("Not everything was measured; the log above says why.");
        return 1;
    }

    /// <summary>In this process: what the package would generate is another project, which would be built with all that this one is made of.</summary>
    private static ManualConfig Config(ILogger log) => ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithIterationCount(Iterations).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min)
        .AddValidator(JitOptimizationsValidator.FailOnError)
        .AddLogger(log)
        .WithArtifactsPath(Path.Combine(CheckoutFolder.Find(), ".stage", "benchmarks", "parts"))
        .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);

    private static bool IsMeasured(Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(report => report.Success && report.ResultStatistics is not null);
}
