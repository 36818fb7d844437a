using BenchmarkDotNet.Attributes;
using StagingHarness.Analysis.Detection;
using StagingHarness.Benchmarks.Runs;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>Detection, an answer at a time; public and open because what measures derives from it.</summary>
public class DetectorPart
{
    private const int Answers = 1_000;

    private readonly MixtureDetector _detector = new(IncidentPlan.Load().Detection);

    /// <summary>The last of them is wrong, which is what is tolerated.</summary>
    [Benchmark(OperationsPerInvoke = Answers, Description = "detector, one answer")]
    public double Observe()
    {
        for (var answer = 1; answer < Answers; answer++)
        {
            _detector.Observe(right: true);
        }

        _detector.Observe(right: false);
        return _detector.Statistic;
    }
}
