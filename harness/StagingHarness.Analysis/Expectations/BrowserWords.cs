using System.Globalization;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Expectations;

/// <summary>How a journey in the browser ended, in words.</summary>
public static class BrowserWords
{
    /// <summary><c>completed</c>, <c>wrong at 'open /dashboard', page answered 500</c>.</summary>
    public static string Of(BrowserJourneyEnded journey) => journey.WrongAt is { } step
        ? $"wrong at {step}, {(journey.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"page answered {status}") : "no page answered")}"
        : "completed";
}
