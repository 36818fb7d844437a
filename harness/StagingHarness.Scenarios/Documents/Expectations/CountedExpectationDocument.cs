using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>An expectation on things that are counted, with the keys that say how often, how soon or how long.</summary>
internal abstract record CountedExpectationDocument : ExpectationDocument
{
    private protected CountedExpectationDocument()
    {
    }

    public Spanned<ShareBounds>? Share { get; init; }

    public Spanned<bool>? Always { get; init; }

    public Spanned<Occurrence>? AtLeast { get; init; }

    public Spanned<Occurrence>? AtMost { get; init; }

    public Spanned<TimeSpan>? Within { get; init; }

    public Spanned<Milestone>? Since { get; init; }

    public Spanned<TimeSpan>? ForAtLeast { get; init; }

    /// <summary>True when one of the keys stands there, be it misspelt or with a value that cannot be read.</summary>
    public bool HasQuantifier { get; init; }

    public Spanned<int>? Samples { get; init; }

    public Spanned<int>? SamplesPerInstance { get; init; }

    public Spanned<bool>? EachInstance { get; init; }

    /// <summary>What the keys say; null when none of them can be read.</summary>
    public Quantifier? Quantifier => this switch
    {
        { Share.Value: var share } => new ShareQuantifier(share),
        { Always.Value: true } => new AlwaysQuantifier(),
        { AtLeast.Value: var occurrence } => AtLeastOf(occurrence),
        { AtMost.Value: var occurrence } => AtMostOf(occurrence),
        { Within.Value: var within } => new WithinQuantifier(within, Since?.Value),
        { ForAtLeast.Value: var time } => new UnbrokenQuantifier(time),
        _ => null,
    };

    /// <summary>The keys that say how often, as they stand there.</summary>
    public IEnumerable<(string Key, Diagnostics.SourceSpan Span)> WrittenQuantifiers()
    {
        (string Key, Diagnostics.SourceSpan? Span)[] keys =
        [
            ("share", Share?.Span), ("always", Always?.Span), ("at-least", AtLeast?.Span), ("at-most", AtMost?.Span),
            ("within", Within?.Span), ("for-at-least", ForAtLeast?.Span),
        ];
        return keys.Where(key => key.Span is not null).Select(key => (key.Key, key.Span!)).OrderBy(key => (key.Item2.Line, key.Item2.Column));
    }

    private static Quantifier AtLeastOf(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Times times => new TimesQuantifier(times.Count, null),
        Occurrence.PerSecond rate => new RateQuantifier(rate.Rate, null),
        _ => throw new InvalidOperationException($"Occurrence '{occurrence.GetType().Name}' has no quantifier."),
    };

    private static Quantifier AtMostOf(Occurrence occurrence) => occurrence switch
    {
        Occurrence.Times times => new TimesQuantifier(0, times.Count),
        Occurrence.PerSecond rate => new RateQuantifier(0, rate.Rate),
        _ => throw new InvalidOperationException($"Occurrence '{occurrence.GetType().Name}' has no quantifier."),
    };
}
