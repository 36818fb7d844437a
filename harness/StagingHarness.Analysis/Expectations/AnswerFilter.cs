using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Which requests count, and which of them are like a condition.</summary>
internal sealed class AnswerFilter
{
    private readonly RunAnalysis analysis;
    private readonly AnswerSelection of;
    private readonly HashSet<int>? routes;

    public AnswerFilter(RunAnalysis analysis, AnswerSelection of)
    {
        this.analysis = analysis;
        this.of = of;
        routes = of.Request is null
            ? null
            : analysis.Record.Plan.Traffic.Requests.Where(request => request.ToString() == of.Request).Select(request => request.Index).ToHashSet();
    }

    /// <summary>Those that count, in the order in which they come.</summary>
    public IEnumerable<Sample> Among(IEnumerable<Sample> samples)
    {
        foreach (var sample in samples)
        {
            if (Takes(sample))
            {
                yield return sample;
            }
        }
    }

    public bool Takes(ServerStamp server) =>
        (of.Release is null || of.Release == server.Release)
        && (of.Platform is null || of.Platform == server.Platform)
        && (of.Configuration is null || of.Configuration == server.Configuration)
        && (of.Instance is null || of.Instance == server.Instance);

    public static bool IsLike(AnswerCondition wanted, Sample sample) =>
        (wanted.Status.IsEmpty || wanted.Status.Contains(sample.Status))
        && (wanted.Right is null || wanted.Right == sample.Right)
        && (wanted.By is null || wanted.By == sample.Answerer)
        && (wanted.Signature is null || wanted.Signature == Signatures.Of(sample))
        && (wanted.SlowerThan is null || sample.Latency > wanted.SlowerThan);

    private bool Takes(in Sample sample) =>
        (routes?.Contains(sample.Route) ?? true)
        && (of.Right is null || of.Right == sample.Right)
        && (!of.IsByServer() || (analysis.Stamps.ServerOf(sample) is { } server && Takes(server)));
}
