using System.Text.RegularExpressions;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The traffic sends something, and its requests carry and keep what they can.</summary>
internal static partial class JourneyRules
{
    public static void Check(ValidationContext context)
    {
        if (context.Scenario.Traffic is not { } traffic)
        {
            return;
        }

        CheckSomethingIsSent(context, traffic);
        foreach (var request in traffic.Value.Requests?.Value ?? [])
        {
            CheckAlone(context, request.Value);
            CheckCaptured(context, request.Value, []);
            CheckCredentials(context, request.Value);
        }

        foreach (var journey in traffic.Value.Journeys?.Value ?? [])
        {
            CheckJourney(context, journey.Value?.Value.Requests?.Value ?? []);
        }
    }

    public static void CheckExpected(ValidationContext context, JourneyConditionDocument? journey)
    {
        // A journey whose name could not be read may be the one.
        if (journey?.Name is not { } name || context.Scenario.Traffic?.Value is not { } traffic)
        {
            return;
        }

        var known = (traffic.Journeys?.Value ?? []).Select(one => one.Name.Value).ToList();
        if (!known.Contains(name.Value))
        {
            context.Findings.Report(
                FindingCode.RequestNotSent,
                name.Span,
                $"the traffic has no journey '{name.Value}'.",
                known.Count == 0 ? "add it under 'journeys' of 'traffic'" : NearestName.Hint(name.Value, known));
        }
    }

    private static void CheckSomethingIsSent(ValidationContext context, Spanned<TrafficDocument> traffic)
    {
        var written = context.Root.Entry("traffic")?.Value as MappingSyntax;
        if (written is not null && written.Entry("requests") is null && written.Entry("journeys") is null && written.Entry("replay") is null)
        {
            context.Findings.Report(
                FindingCode.MissingKey,
                traffic.Span,
                "key 'requests' is missing in 'traffic', and 'journeys' too.",
                "add 'requests: [GET /api/account]', or 'journeys' with requests that follow each other");
        }
    }

    private static void CheckAlone(ValidationContext context, RequestDocument request)
    {
        if (request.Captures is { } captures)
        {
            Misfit(context, captures.Span, "'capture' does not fit a request after which none follows", "put the request into a journey, or remove it");
        }

        if (request.Think is { } think)
        {
            Misfit(context, think.Span, "'think' does not fit a request before which none comes", "put the request into a journey, or remove it");
        }

        if (request.Form is { } form)
        {
            Misfit(context, form.Span, "'form' does not fit a request before which no page comes", "put it into a journey, behind the request for the page");
        }
    }

    /// <summary>A form says itself what it sends, and where to; what it leads to is asked for with POST.</summary>
    private static void CheckForm(ValidationContext context, RequestDocument request, bool isFirst)
    {
        if (request.Form is not { } form)
        {
            return;
        }

        if (isFirst)
        {
            Misfit(context, form.Span, "'form' does not fit the first request of a journey, before which no page comes", "ask for the page first");
        }

        if (request.Request?.Value.Method is { } method and not "POST")
        {
            Misfit(context, form.Span, $"'form' does not fit the method '{method}'", "write 'POST' and the path to which the form leads");
        }

        if (request.Body is { } body)
        {
            Misfit(context, body.Span, "'body' does not fit beside 'form', which makes one", "remove one of the two");
        }

        foreach (var user in form.Value.Select(field => field.Value?.Value.PasswordOf).OfType<Spanned<string>>())
        {
            BrowserRules.CheckUser(context, user);
        }
    }

    private static void CheckJourney(ValidationContext context, IReadOnlyList<Spanned<RequestDocument>> requests)
    {
        var captured = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < requests.Count; index++)
        {
            var request = requests[index].Value;
            CheckCaptured(context, request, captured);
            CheckCredentials(context, request);
            CheckForm(context, request, index == 0);
            captured.UnionWith((request.Captures?.Value ?? []).Select(capture => capture.Name.Value));
            if (request.Weight is { } weight)
            {
                Misfit(context, weight.Span, "'weight' does not fit a request of a journey", "give the journey a weight");
            }

            if (index == 0 && request.Think is { } think)
            {
                Misfit(context, think.Span, "'think' does not fit the first request of a journey", "'rate' says when it is sent; remove it");
            }
        }

        var writing = requests.Where(request => LedgerRules.WritesId(request.Value)).Skip(1).FirstOrDefault();
        if (writing is not null && context.Scenario.Traffic?.Value.Ledger is not null)
        {
            Misfit(
                context,
                writing.Span,
                "a second request of the journey writes the id of the journey, and the ledger could not tell them apart",
                "write it once in a journey");
        }
    }

    /// <summary>Without credentials in the traffic, nobody could tell a request that shows none.</summary>
    private static void CheckCredentials(ValidationContext context, RequestDocument request)
    {
        if (request.Credentials is { Value: not ShownCredentials.Valid } credentials
            && context.Root.Entry("traffic")?.Value is MappingSyntax traffic && traffic.Entry("credentials") is null)
        {
            Misfit(
                context,
                credentials.Span,
                "'credentials' does not fit a request where the traffic carries none",
                "add 'credentials' to 'traffic', or ask for the refusal with 'answer: { status: 401 }'");
        }
    }

    private static void CheckCaptured(ValidationContext context, RequestDocument request, HashSet<string> captured)
    {
        foreach (var text in request.Texts())
        {
            foreach (var name in Placeholder().Matches(text.Value).Select(match => match.Groups[1].Value).Where(name => !captured.Contains(name)).Distinct())
            {
                context.Findings.Report(
                    FindingCode.UnknownPlaceholder,
                    text.Span,
                    $"no earlier request of the journey captures '{name}'.",
                    captured.Count == 0
                        ? $"add 'capture: {{ {name}: {{ json: /{name} }} }}' to the request before it"
                        : NearestName.Hint(name, captured));
            }
        }
    }

    private static void Misfit(ValidationContext context, SourceSpan span, string what, string hint) =>
        context.Findings.Report(FindingCode.KeyDoesNotFit, span, $"{what}.", hint);

    [GeneratedRegex(@"\{captured\.([^{}\s]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
