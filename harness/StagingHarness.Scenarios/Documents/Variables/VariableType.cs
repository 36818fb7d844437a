namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>What a variable stands for.</summary>
internal enum VariableType
{
    Text,

    /// <summary>The name of a release or platform.</summary>
    Version,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>Real time.</summary>
    Duration,

    /// <summary>A stretch on the incident's clock.</summary>
    IncidentDuration,

    Share,

    Rate,

    /// <summary>True or false.</summary>
    Flag,
}
