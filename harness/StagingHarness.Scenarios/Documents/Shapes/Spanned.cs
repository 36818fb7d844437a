using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A value as written, and where it stands: of a mapping under a key, the key.</summary>
internal sealed record Spanned<T>(T Value, SourceSpan Span)
    where T : notnull
{
    public Spanned<TOther> With<TOther>(TOther value)
        where TOther : notnull =>
        new(value, Span);
}
