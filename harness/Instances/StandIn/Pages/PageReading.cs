using StagingHarness.Protocols.Pager;

namespace StagingHarness.StandIn.Pages;

/// <summary>What a call to the pager says.</summary>
/// <param name="Action">Null where it does not say it.</param>
/// <param name="Key">Null where it does not say it.</param>
/// <param name="Summary">Null where it does not say it.</param>
/// <param name="Refusal">Why it is no call of its form; null for one that is.</param>
internal sealed record PageReading(PageAction? Action, string? Key, string? Summary, string? Refusal)
{
    public static PageReading Refused(string why, PageAction? action = null, string? key = null, string? summary = null) => new(action, key, summary, why);
}
