using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Whether the rules see every expectation that the author wrote.</summary>
internal static class WrittenExpectations
{
    /// <summary>False when one could not be read: it may be the one that seems to be missing.</summary>
    public static bool AreAllRead(ValidationContext context) =>
        context.Root.Entry("expect")?.Value is not SequenceSyntax { Items.Length: var written } || context.Expectations.Count() == written;
}
