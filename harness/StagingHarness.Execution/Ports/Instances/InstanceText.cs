namespace StagingHarness.Execution.Ports.Instances;

/// <summary>A text of the run that lies where an instance runs, before it starts; <c>{stage.NAME}</c> gives the path of its file there.</summary>
/// <param name="Name">Its name in placeholders.</param>
/// <param name="FileName">What its file is called.</param>
/// <param name="Content">Nothing secret.</param>
public sealed record InstanceText(string Name, string FileName, string Content);
