namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Which answers to a recording are right when it is replayed.</summary>
internal enum RecordedAnswers
{
    /// <summary>Those that were recorded; what tells nobody which answer is right is left out.</summary>
    Recorded,

    /// <summary>Any 2xx, whatever was recorded.</summary>
    Success,
}
