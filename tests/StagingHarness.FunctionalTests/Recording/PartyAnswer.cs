namespace StagingHarness.FunctionalTests.Recording;

/// <summary>What came of a call; bytes are read as Latin 1, which keeps each.</summary>
internal sealed record PartyAnswer(PartyCall Call, string Asked, int Status, string Headers, string Body);
