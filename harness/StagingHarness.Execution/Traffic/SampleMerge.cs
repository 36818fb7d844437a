using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Traffic;

/// <summary>
/// Makes one stream of samples out of several. Each generator numbers the servers' stamps as it meets them; a server has one number in the
/// whole record. Batches are passed on as they come: between two generators, the order of answers is that of 10 ms.
/// </summary>
internal sealed class SampleMerge(ISampleSink sink)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<ServerStamp, ushort> _numbers = [];

    /// <summary>Takes the samples of one more generator.</summary>
    public ISampleSink Add() => new Part(this);

    private sealed class Part(SampleMerge merge) : ISampleSink
    {
        /// <summary>By the generator's number; 0 is no server, for all of them.</summary>
        private readonly List<ushort> _numbers = [0];

        public void OnStamp(int stamp, ServerStamp server)
        {
            lock (merge._turn)
            {
                if (!merge._numbers.TryGetValue(server, out var number))
                {
                    number = checked((ushort)(merge._numbers.Count + 1));
                    merge._numbers[server] = number;
                    merge.Sink.OnStamp(number, server);
                }

                _numbers.Add(number);
            }
        }

        public void OnSamples(ReadOnlySpan<Sample> samples)
        {
            var renumbered = new Sample[samples.Length];
            for (var index = 0; index < samples.Length; index++)
            {
                renumbered[index] = samples[index] with { Stamp = _numbers[samples[index].Stamp] };
            }

            lock (merge._turn)
            {
                merge.Sink.OnSamples(renumbered);
            }
        }
    }

    private ISampleSink Sink => sink;
}
