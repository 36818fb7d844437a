using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.History.Ledgers;

/// <summary>
/// <c>ledger.ndjson</c>: a first line with the format version, then the ids that were read back, a JSON text a line, in the order in
/// which they came.
/// </summary>
public static class LedgerFileFormat
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Version = 1;

    internal static string FirstLine { get; } = FormattableString.Invariant($"{{\"ledger\":{Version}}}");

    internal static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
