namespace StagingHarness.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">For programs: lower case, with hyphens; it does not change.</param>
/// <param name="Title">For people.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Evidence">What was seen; may have several lines.</param>
/// <param name="Fix">What mends it, a command where there is one; null where nothing needs to be mended.</param>
public sealed record DoctorCheck(string Name, string Title, CheckStatus Status, string Evidence, string? Fix = null);
