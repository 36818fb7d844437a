using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>An object on the engine that a harness of this machine has made.</summary>
internal sealed record LabelledObject(ObjectKind Kind, string Id, string Name, string RunId, OwnerLabel Owner)
{
    /// <summary>Null when the labels are not those of a run.</summary>
    public static LabelledObject? From(ObjectKind kind, string id, string name, IDictionary<string, string>? labels) =>
        labels is not null
        && labels.TryGetValue(DockerLabels.Run, out var runId)
        && labels.TryGetValue(DockerLabels.Owner, out var text)
        && OwnerLabel.TryParse(text, out var owner)
            ? new LabelledObject(kind, id, name, runId, owner)
            : null;

    public string Removed => $"{Subject} was removed.";

    public string WouldBeRemoved => $"{Subject} would be removed.";

    public string CouldNotBeRemoved(string why) => $"{Subject} could not be removed: {why}; remove it with '{Command} {Name}'.";

    private string Subject => $"{Kind} '{Name}' of run '{RunId}', whose harness (process {Owner.ProcessId}) is gone,";

    private string Command => Kind switch
    {
        ObjectKind.Container => "docker rm --force --volumes",
        ObjectKind.Network => "docker network rm",
        ObjectKind.Volume => "docker volume rm",
    };
}
