namespace StagingHarness.Execution.Supervision;

/// <summary>A living process that a harness has labelled, of this run or another.</summary>
internal sealed record LabelledProcess
{
    /// <summary>Environment variable with the run's id.</summary>
    public const string RunVariable = "STAGING_HARNESS_RUN";

    /// <summary>Environment variable with the <see cref="OwnerLabel"/>.</summary>
    public const string OwnerVariable = "STAGING_HARNESS_OWNER";

    public required int ProcessId { get; init; }

    public required string Start { get; init; }

    public required string RunId { get; init; }

    public required OwnerLabel Owner { get; init; }

    /// <summary>All labelled processes that this process may see, in its own namespace of process ids.</summary>
    public static IEnumerable<LabelledProcess> FindAll()
    {
        var ownNamespace = ProcessTable.Namespace();
        foreach (var processId in ProcessTable.ProcessIds())
        {
            // The start is read first: if the id passes to another process in between, the kill finds another start and spares it.
            var start = ProcessTable.StartOf(processId);
            if (start is null)
            {
                continue;
            }

            var environment = ProcessTable.EnvironmentIfNaming(processId, RunVariable);
            if (environment.TryGetValue(RunVariable, out var runId)
                && environment.TryGetValue(OwnerVariable, out var ownerText)
                && OwnerLabel.TryParse(ownerText, out var owner)
                && owner.Namespace == ownNamespace)
            {
                yield return new LabelledProcess { ProcessId = processId, Start = start, RunId = runId, Owner = owner };
            }
        }
    }

    /// <summary>
    /// Kills it and all that descends from it, which may have lost the label, as PostgreSQL's do; false when one of them could not be
    /// killed.
    /// </summary>
    public bool Kill()
    {
        var descendants = ProcessTable.DescendantsOf(ProcessId).Select(id => (Id: id, Start: ProcessTable.StartOf(id))).ToList();
        return descendants.Aggregate(
            ProcessTable.Kill(ProcessId, Start), (killed, descendant) => ProcessTable.Kill(descendant.Id, descendant.Start) && killed);
    }
}
