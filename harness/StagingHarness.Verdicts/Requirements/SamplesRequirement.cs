using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>The samples that are judged are the ones that were measured, all of them.</summary>
internal sealed class SamplesRequirement : Requirement
{
    public override string Name => "samples whole and unaltered";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var record = analysis.Record;
        if (record.Events.OfType<TrafficEnded>().FirstOrDefault() is not { } ended)
        {
            return Inconclusive("the journal holds no end of the traffic, so nothing says that the samples are all there");
        }

        if (record.SamplesSha256 != ended.SamplesSha256)
        {
            return Undermined(record.SamplesSha256 is null
                ? "the sample file is missing"
                : "the sample file is not the one that was written: its SHA-256 is not the one in the journal");
        }

        var answered = Answered(record.Samples);
        var unanswered = record.Samples.Length - answered;
        if ((answered, unanswered) != (ended.Answered, ended.Unanswered)
            || ended.Scheduled != ended.Answered + ended.Unanswered + ended.Dropped
            || HasTwice(record.Samples))
        {
            return Inconclusive(
                $"the counts do not agree: the journal says {Figures.Count(ended.Scheduled)} scheduled, {Figures.Count(ended.Answered)} "
                + $"answered, {Figures.Count(ended.Unanswered)} unanswered and {Figures.Count(ended.Dropped)} dropped; the samples say "
                + $"{Figures.Count(answered)} answered and {Figures.Count(unanswered)} unanswered");
        }

        return Met($"{Figures.Count(record.Samples.Length, "sample")}, and the journal agrees on number and SHA-256");
    }

    private static long Answered(ImmutableArray<Sample> samples)
    {
        var answered = 0L;
        foreach (ref readonly var sample in samples.AsSpan())
        {
            answered += sample.Failure == Failure.None ? 1 : 0;
        }

        return answered;
    }

    /// <summary>One request, which is one of a position in the schedule, has two samples.</summary>
    private static bool HasTwice(ImmutableArray<Sample> samples)
    {
        var keys = new ulong[samples.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = ((ulong)samples[index].Sequence << 16) | samples[index].Route;
        }

        Array.Sort(keys);
        for (var index = 1; index < keys.Length; index++)
        {
            if (keys[index] == keys[index - 1])
            {
                return true;
            }
        }

        return false;
    }
}
