using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What the traffic writes can be found again, and something is expected of it.</summary>
internal static partial class LedgerRules
{
    public static void Check(ValidationContext context)
    {
        var traffic = context.Scenario.Traffic?.Value;
        var requests = traffic?.AllRequests ?? [];
        foreach (var request in requests)
        {
            CheckBody(context, request.Value);
            CheckPlaceholders(context, request.Value);
        }

        // A key or a request that could not be read may be the one that seems to be missing.
        var allRead = CountWritten(context) == requests.Length;
        if (traffic?.Ledger is { } ledger)
        {
            CheckLedger(context, ledger, requests, allRead);
        }
        else if (traffic is not null && !IsWritten(context))
        {
            CheckUnkept(context);
        }
    }

    public static bool WritesId(RequestDocument request) => request.Request?.Value is null
        || new RequestPlan(0, request.Request.Value.Method, request.Request.Value.Path) { Body = request.Body?.Value }.WritesId;

    private static void CheckBody(ValidationContext context, RequestDocument request)
    {
        if (request.Request?.Value.Method is not { } method)
        {
            return;
        }

        if (request.Body is { } body && !RequestShape.Writes(method))
        {
            Misfit(context, body.Span, $"a body does not fit the method '{method}'", "remove it, or write with POST, PUT or PATCH");
        }

        if (request.ContentType is { } type && request.Body is null)
        {
            Misfit(context, type.Span, "'content-type' does not fit a request without a body", "remove it, or add 'body'");
        }
    }

    private static void Misfit(ValidationContext context, SourceSpan span, string what, string hint) =>
        context.Findings.Report(FindingCode.BodyMisfit, span, $"{what}.", hint);

    private static void CheckPlaceholders(ValidationContext context, RequestDocument request)
    {
        foreach (var text in request.Texts())
        {
            foreach (var unknown in Placeholder().Matches(text.Value).Select(match => match.Value).Where(found => found != RequestPlan.IdPlaceholder).Distinct())
            {
                context.Findings.Report(
                    FindingCode.UnknownPlaceholder,
                    text.Span,
                    $"placeholder '{unknown}' is not known in a request.",
                    $"write '{RequestPlan.IdPlaceholder}' where the id of the request belongs");
            }
        }
    }

    private static void CheckLedger(
        ValidationContext context, Spanned<LedgerDocument> ledger, IEnumerable<Spanned<RequestDocument>> requests, bool allRead)
    {
        if (allRead && !requests.Any(request => WritesId(request.Value)))
        {
            context.Findings.Report(
                FindingCode.LedgerCountsNothing,
                ledger.Span,
                "no request writes anything that the ledger could find again.",
                $"add one with '{RequestPlan.IdPlaceholder}' in its body, like '{{ request: POST /api/orders, body: ... }}'");
        }

        var isExpected = context.Expectations.Any(expectation => expectation.Value is LedgerExpectationDocument);
        if (!isExpected && WrittenExpectations.AreAllRead(context))
        {
            context.Findings.Report(
                FindingCode.LedgerUnused,
                ledger.Span,
                "the ledger is kept, and nothing is expected of it.",
                "add an expectation with 'ledger: { lost: 0, doubled: 0 }', or remove it");
        }
    }

    private static void CheckUnkept(ValidationContext context)
    {
        foreach (var expectation in context.Expectations.Where(expectation => expectation.Value is LedgerExpectationDocument))
        {
            context.Findings.Report(
                FindingCode.NoLedger,
                ((LedgerExpectationDocument)expectation.Value).Ledger?.Span ?? expectation.Span,
                "this expects something of a ledger, and the traffic keeps none.",
                "add 'ledger' with 'list' and 'ids' to 'traffic'");
        }
    }

    /// <summary>Null where there are requests or journeys of which nobody can tell how many they are.</summary>
    private static int? CountWritten(ValidationContext context)
    {
        var traffic = context.Root.Entry("traffic")?.Value as MappingSyntax;
        var journeys = traffic?.Entry("journeys")?.Value as MappingSyntax;
        SyntaxNode?[] lists =
        [
            traffic?.Entry("requests")?.Value,
            .. journeys?.Entries.Select(journey => (journey.Value as MappingSyntax)?.Entry("requests")?.Value) ?? [],
        ];
        return lists.OfType<SyntaxNode>().All(list => list is SequenceSyntax) ? lists.OfType<SequenceSyntax>().Sum(list => list.Items.Length) : null;
    }

    private static bool IsWritten(ValidationContext context) =>
        context.Root.Entry("traffic")?.Value is MappingSyntax traffic && traffic.Entry("ledger") is not null;

    [GeneratedRegex(@"\{request\.[^{}\s]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
