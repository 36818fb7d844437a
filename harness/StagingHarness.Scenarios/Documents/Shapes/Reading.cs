namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>What came of reading a text as a value: the value, or what is wrong with the text.</summary>
internal abstract record Reading<T>
    where T : notnull
{
    private Reading()
    {
    }

    public abstract TResult Match<TResult>(Func<T, TResult> read, Func<ReadingMistake, TResult> mistaken);

    /// <summary>Reads on from the value; a mistake stays the same mistake.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next)
        where TNext : notnull =>
        Match(next, mistake => new Reading<TNext>.Mistaken(mistake));

    public sealed record Read(T Value) : Reading<T>
    {
        public override TResult Match<TResult>(Func<T, TResult> read, Func<ReadingMistake, TResult> mistaken) => read(Value);
    }

    public sealed record Mistaken(ReadingMistake Mistake) : Reading<T>
    {
        public override TResult Match<TResult>(Func<T, TResult> read, Func<ReadingMistake, TResult> mistaken) => mistaken(Mistake);
    }
}
