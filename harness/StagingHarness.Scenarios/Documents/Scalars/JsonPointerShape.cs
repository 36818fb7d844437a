using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A place in a JSON document (RFC 6901): <c>/libraries/carried</c>.</summary>
internal sealed class JsonPointerShape(string sample) : ScalarShape<string>
{
    public override string Wanted => "a JSON pointer (RFC 6901)";

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Written("^/");

    public static bool IsPointer(string text) => text.StartsWith('/') && EscapesAreWhole(text);

    private protected override Reading<string> Read(string text) => IsPointer(text) ? Ok(text) : NotWanted();

    // '~' is written '~0' and '/' is written '~1'; a tilde before anything else is no pointer.
    private static bool EscapesAreWhole(string text) => text.Split('~').Skip(1).All(part => part is ['0' or '1', ..]);
}
