using System.Runtime.CompilerServices;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Building;

/// <summary>What must be met before steps go on.</summary>
public sealed record Gate : KeyedValue<Gate>
{
    private Gate(SourceLine place)
        : base(place)
    {
    }

    /// <summary>A gate that asks for all of these; they have no phase.</summary>
    /// <exception cref="ArgumentException">There is none: such a gate would let everything through.</exception>
    public static Gate Asks(params ReadOnlySpan<Expectation> expectations) => expectations.IsEmpty
        ? throw new ArgumentException("A gate asks for one expectation at least.", nameof(expectations))
        : new Gate(expectations[0].Place).WithMore("expect", expectations);

    /// <summary>Looks at the last stretch of so much incident time only.</summary>
    public Gate Over(IncidentDuration time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("over", time, file, line);

    /// <summary>What is done when one is not met: <c>roll-back</c>, <c>stop</c> or <c>continue</c>.</summary>
    public Gate Otherwise(string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Set("otherwise", what, file, line);
}
