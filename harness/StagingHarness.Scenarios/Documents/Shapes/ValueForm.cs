namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>What stands below the key that tells kinds apart, where two kinds share it.</summary>
internal enum ValueForm
{
    Any,

    /// <summary>Everything but a mapping.</summary>
    Single,

    Mapping,
}
