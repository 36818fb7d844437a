namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>Reads values of documents that were checked before.</summary>
internal static class SpannedExtensions
{
    /// <summary>The value of a required key; a document without findings has it.</summary>
    /// <exception cref="InvalidOperationException">The document was not checked: a defect of the harness.</exception>
    public static T Given<T>(this Spanned<T>? spanned)
        where T : notnull =>
        spanned is null
            ? throw new InvalidOperationException($"A value of type '{typeof(T).Name}' is missing in a document without findings.")
            : spanned.Value;
}
