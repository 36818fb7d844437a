using System.Runtime.CompilerServices;

namespace StagingHarness.Scenarios.Building;

/// <summary>Keys that have no type of their own in code, such as those of a variable: <c>new Block().Set("type", "version")</c>.</summary>
public sealed record Block : KeyedValue<Block>
{
    /// <summary>An empty one.</summary>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    public Block([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(new SourceLine(file, line))
    {
    }

    internal Block(SourceLine place)
        : base(place)
    {
    }

    /// <summary>The keys that have a value.</summary>
    internal static Block Of(SourceLine place, params ReadOnlySpan<(string Key, Value? Value)> values) => new Block(place).With(place, values);
}
