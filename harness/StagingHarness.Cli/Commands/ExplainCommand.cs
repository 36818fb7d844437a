using System.CommandLine;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Explanations;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage explain CODE</c>: what a finding means, with a wrong example and the right one.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var codes = new Argument<string[]>("CODE")
        {
            Description = "Codes of findings, such as SH0012; without one, all codes are listed.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("explain", "Explains a finding: what it means, a wrong example and the right one.") { codes };
        command.SetAction(parsed => Explain(parsed.GetValue(codes) ?? [], output, error));
        return command;
    }

    private static int Explain(string[] codes, TextWriter output, TextWriter error)
    {
        if (codes.Length == 0)
        {
            output.WriteLine(FindingPageText.List(FindingCode.All));
            return ExitCodes.Passed;
        }

        var all = FindingCode.All.Select(code => code.Id).ToList();
        var unknown = codes.Where(code => !all.Contains(code, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var code in unknown)
        {
            error.WriteLine($"stage: there is no finding '{code}'; {Nearest(code, all)}");
        }

        if (unknown.Count > 0)
        {
            return ExitCodes.Usage;
        }

        output.WriteLine(string.Join("\n\n", codes.Select(code => FindingPageText.Print(FindingPages.Of(code.ToUpperInvariant())))));
        return ExitCodes.Passed;
    }

    // A dozen codes, cut off, would help nobody: the whole list is one command away.
    private static string Nearest(string code, List<string> all) =>
        NearestName.Find(code, all) is { } nearest ? $"did you mean '{nearest}'?" : "'stage explain' lists them all";
}
