using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Users sign in for a client.</summary>
internal static class SignInRules
{
    public static void Check(SystemContext context)
    {
        if (context.System.Provider?.Value is { Users: { } users, Clients: null })
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                users.Span,
                "these users have no client for which they could sign in.",
                "add 'clients' with the client and its 'redirects'");
        }
    }
}
