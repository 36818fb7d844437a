using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Stages;

/// <summary>An instance was ready, and had ended by the time that it was asked what it runs.</summary>
internal sealed class InstanceGoneException(string instance, InstanceExit exit) : Exception(
    $"Instance '{instance}' ended with {(exit.ExitCode is { } code ? $"exit code {code}" : "an unknown exit code")} after it was ready, "
    + "before it attested what it runs. Its last output:" + Environment.NewLine + Indent(exit.LastOutput))
{
    private static string Indent(ImmutableArray<string> output) =>
        string.Join(Environment.NewLine, output.DefaultIfEmpty("(it wrote nothing)").Select(line => "    " + line));
}
