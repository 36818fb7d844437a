using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Browsing;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A customer begins by opening a page, and shows what the system has.</summary>
internal static class BrowserRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var journey in (context.Scenario.Traffic?.Value.Browser?.Value ?? []).Select(journey => journey.Value?.Value).OfType<BrowserJourneyDocument>())
        {
            TrafficRules.CheckCredentials(context, journey.Credentials?.Value ?? []);
            var steps = journey.Steps?.Value ?? [];
            if (steps is [{ Value: { Open: null } first } only, ..] && first != new BrowserStepDocument())
            {
                context.Findings.Report(
                    FindingCode.KeyDoesNotFit, only.Span, "the browser has no page yet.", "begin the journey with a page, like 'open: /'");
            }

            foreach (var secret in steps.Select(step => step.Value.Fill?.Value.Secret).OfType<Spanned<string>>())
            {
                CheckSecret(context, secret);
            }

            foreach (var user in steps.Select(step => step.Value.Fill?.Value.PasswordOf).OfType<Spanned<string>>())
            {
                CheckUser(context, user);
            }
        }
    }

    public static void CheckExpected(ValidationContext context, BrowserConditionDocument? browser)
    {
        // A journey whose name could not be read may be the one.
        if (browser?.Name is not { } name || context.Scenario.Traffic?.Value is not { } traffic)
        {
            return;
        }

        var known = (traffic.Browser?.Value ?? []).Select(one => one.Name.Value).ToList();
        if (!known.Contains(name.Value))
        {
            context.Findings.Report(
                FindingCode.RequestNotSent,
                name.Span,
                $"the traffic has no journey '{name.Value}' in a browser.",
                known.Count == 0 ? "add it under 'browser' of 'traffic'" : NearestName.Hint(name.Value, known));
        }
    }

    public static void CheckUser(ValidationContext context, Spanned<string> user)
    {
        if (context.System is not { } system)
        {
            return;
        }

        var provider = system.Provider?.Value;
        var known = provider?.Clients is null ? [] : provider.Users?.Value.Select(one => one.Name.Value).ToList() ?? [SignInUserDocument.Usual];
        if (!known.Contains(user.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownUser,
                user.Span,
                $"the provider has no user '{user.Value}'.",
                known.Count == 0 ? "nobody signs in there: add 'clients' to 'provider' of the system" : NearestName.Hint(user.Value, known));
        }
    }

    /// <summary>Tokens of the provider travel in headers; nobody types one.</summary>
    private static void CheckSecret(ValidationContext context, Spanned<string> secret)
    {
        if (context.System is not { } system)
        {
            return;
        }

        var known = (system.Credentials?.Value ?? []).ToList();
        var credential = known.Find(credential => credential.Name.Value == secret.Value);
        if (credential is null)
        {
            context.Findings.Report(
                FindingCode.UnknownCredential,
                secret.Span,
                $"the system has no credential '{secret.Value}'.",
                NearestName.Hint(secret.Value, known.Select(candidate => candidate.Name.Value)));
        }
        else if (credential.Value?.Value is ProviderCredentialDocument)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                secret.Span,
                $"'{secret.Value}' does not fit a field: it is a token, which the provider gives out anew each time.",
                "name a credential that is 'generated', or that lies in a file or the environment");
        }
    }
}
