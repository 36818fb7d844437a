using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>A condition of the stage that a step asks for, as written: one record per kind.</summary>
internal abstract record CheckDocument
{
    private protected CheckDocument()
    {
    }

    /// <summary>A mapping with exactly one check in it.</summary>
    /// <param name="entry">What the mapping is, for findings.</param>
    /// <param name="empty">What it is bound to.</param>
    /// <param name="set">Keeps the check, which stands at the key that names its kind.</param>
    public static VariantShape<T> OneOf<T>(string entry, T empty, Func<T, Spanned<CheckDocument>, T> set)
        where T : class =>
        new VariantShape<T>(entry) { StandsAlone = true }
            .Kind("http", Of("http", HttpCheckDocument.Shape, empty, set))
            .Kind("log", Of("log", LogCheckDocument.Shape, empty, set))
            .Kind("provider", Of("provider", ProviderCheckDocument.Shape, empty, set))
            .Kind("command", Of("command", CommandCheckDocument.Shape, empty, set));

    private static MappingShape<T> Of<T, TCheck>(string key, MappingShape<TCheck> check, T empty, Func<T, Spanned<CheckDocument>, T> set)
        where T : class
        where TCheck : CheckDocument =>
        new MappingShape<T>(empty).Required(key, check, (document, value) => set(document, value.With<CheckDocument>(value.Value)));
}
