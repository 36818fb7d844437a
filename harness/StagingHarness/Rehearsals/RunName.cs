using System.Globalization;
using System.Security.Cryptography;

namespace StagingHarness.Rehearsals;

/// <summary>Names a run: sortable by time, readable, unique on this host.</summary>
internal static class RunName
{
    /// <summary>For example <c>20260513-135500-gate-1f3a</c>, UTC.</summary>
    public static string Create(string scenario, TimeProvider time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{scenario}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
}
