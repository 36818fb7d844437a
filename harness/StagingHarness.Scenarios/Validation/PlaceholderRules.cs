using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Placeholders in what a server is started with are known, and tell it what it must know.</summary>
internal static class PlaceholderRules
{
    private const string Listen = "listen.http";
    private const string ReleasePath = "release.path";

    public static void Check(SystemDocument system, Spanned<StartDocument> start, FindingSink findings)
    {
        var known = Known(system).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in Values(start.Value))
        {
            foreach (var (name, offset) in Placeholders(value.Value))
            {
                used.Add(name);
                if (!known.Contains(name))
                {
                    findings.Report(
                        FindingCode.UnknownPlaceholder,
                        SpanOf(value, name, offset),
                        $"placeholder '{{{name}}}' is not known.",
                        HintFor(system, name, known));
                }
            }
        }

        foreach (var argument in start.Value.Arguments?.Value ?? [])
        {
            foreach (var (name, offset) in Placeholders(argument.Value).Where(placeholder => known.Contains(placeholder.Name) && placeholder.Name.StartsWith("credentials.", StringComparison.Ordinal)))
            {
                findings.Report(
                    FindingCode.SecretInArgument,
                    SpanOf(argument, name, offset),
                    $"placeholder '{{{name}}}' stands in an argument, which every user of the machine can read.",
                    "give it to the server in its 'environment'");
            }
        }

        Require(used, Listen, "where to listen", start, findings);
        Require(used, ReleasePath, "where its release lies", start, findings);
    }

    private static IEnumerable<string> Known(SystemDocument system)
    {
        yield return Listen;
        yield return ReleasePath;
        if (system.Provider is not null)
        {
            yield return "provider.issuer";
            yield return "provider.audience";
        }

        foreach (var credential in system.Credentials?.Value ?? [])
        {
            if (credential.Value?.Value is not ProviderCredentialDocument)
            {
                yield return $"credentials.{credential.Name.Value}";
            }
        }
    }

    private static IEnumerable<Spanned<string>> Values(StartDocument start) =>
    [
        .. start.Arguments?.Value ?? [],
        .. (start.Environment?.Value ?? []).Select(variable => variable.Value).OfType<Spanned<string>>(),
    ];

    // Only what looks like a name between braces is a placeholder; JSON in a value stays JSON.
    private static IEnumerable<(string Name, int Offset)> Placeholders(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text[(open + 1)..close];
            if (name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'))
            {
                yield return (name, open);
            }
        }
    }

    // In a value with quotes, the placeholder stands one to the right; where escapes shift it further, the value is shown.
    private static SourceSpan SpanOf(Spanned<string> value, string name, int offset)
    {
        var line = value.Span.Source.Line(value.Span.Line) ?? "";
        var token = $"{{{name}}}";
        var at = line.IndexOf(token, Math.Min(line.Length, value.Span.Column - 1 + offset), StringComparison.Ordinal);
        return at < 0 ? value.Span : value.Span.Source.Span(value.Span.Line, at + 1, token.Length);
    }

    private static string HintFor(SystemDocument system, string name, List<string> known)
    {
        if (name.StartsWith("provider.", StringComparison.Ordinal) && system.Provider is null)
        {
            return "the system has no 'provider'; add that section";
        }

        var credentials = system.Credentials?.Value ?? [];
        return credentials.Any(credential => $"credentials.{credential.Name.Value}" == name)
            ? "servers know no access token beforehand; only a credential with 'generated: true' can be given to them"
            : NearestName.Hint(name, known);
    }

    private static void Require(HashSet<string> used, string name, string what, Spanned<StartDocument> start, FindingSink findings)
    {
        // A misspelt placeholder is a finding already, and most likely this one.
        if (!used.Contains(name) && !used.Any(other => NearestName.Find(other, [name]) is not null))
        {
            findings.Report(
                FindingCode.PlaceholderUnused,
                start.Span,
                $"nothing tells a server {what}.",
                $"put '{{{name}}}' into its 'environment' or 'arguments'");
        }
    }
}
