using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Detection;

internal sealed class LiveDetection(DetectionPlan plan, Action<DetectionFired> fired) : ISampleSink
{
    public void Arm(TimeSpan from) => _ = (plan, fired);

    public void Disarm() => _ = plan;

    public void OnStamp(int stamp, ServerStamp server) => _ = plan;

    public void OnSamples(ReadOnlySpan<Sample> samples) => _ = plan;
}
