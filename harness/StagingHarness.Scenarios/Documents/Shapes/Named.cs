namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>An entry whose name the author gave; null value: it could not be told, and a finding says why.</summary>
internal sealed record Named<T>(Spanned<string> Name, Spanned<T>? Value)
    where T : notnull;
