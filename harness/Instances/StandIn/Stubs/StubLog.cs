using WireMock.Admin.Requests;
using WireMock.Logging;

namespace StagingHarness.StandIn.Stubs;

/// <summary>WireMock's log: its errors become stub errors, the rest (whole requests, with their secrets) goes nowhere.</summary>
internal sealed class StubLog(Action<string> onError) : IWireMockLogger
{
    /// <summary>
    /// WireMock asks every mapping, also one whose matcher cannot read what another one is called with (a JSON path, a form). Such a mapping does
    /// not fit: the call goes to the one that does, or is told as one that none fits.
    /// </summary>
    private const string DoesNotFit = "Getting a Request MatchResult for Mapping";

    public void Debug(string formatString, params object[] args)
    {
    }

    public void Info(string formatString, params object[] args)
    {
    }

    public void Warn(string formatString, params object[] args)
    {
    }

    /// <summary>Without the arguments: they hold what a client sent. An exception's type is safe to tell.</summary>
    public void Error(string formatString, params object[] args)
    {
        if (formatString.StartsWith(DoesNotFit, StringComparison.Ordinal))
        {
            return;
        }

        var cause = args.OfType<Exception>().FirstOrDefault();
        onError(cause is null ? $"WireMock: {FirstLine(formatString)}" : $"WireMock: {FirstLine(formatString)} ({cause.GetType().Name})");
    }

    public void Error(string message, Exception exception) =>
        onError($"WireMock: {FirstLine(message)} ({exception.GetType().Name})");

    public void DebugRequestResponse(LogEntryModel logEntryModel, bool isAdminRequest)
    {
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
