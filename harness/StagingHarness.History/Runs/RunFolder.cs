namespace StagingHarness.History.Runs;

/// <summary>Where everything that is known of one run lies.</summary>
public sealed record RunFolder(string Path)
{
    public string Journal => System.IO.Path.Combine(Path, "journal.ndjson");

    public string Samples => System.IO.Path.Combine(Path, "samples.bin");

    /// <summary>Ids that were read back at the end; only where the traffic keeps a ledger.</summary>
    public string Ledger => System.IO.Path.Combine(Path, "ledger.ndjson");

    /// <summary>The scenario file as it was when the run began; not there for a scenario in code.</summary>
    public string Source => System.IO.Path.Combine(Path, "scenario.yaml");

    /// <summary>What customers saw in the browser when something went wrong; only where somebody came with one.</summary>
    public string Browser => System.IO.Path.Combine(Path, "browser");

    /// <summary>Logs of the instances: <c>logs/NAME.GENERATION.log</c>.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");
}
